import type { Secret } from '@shared/contract/restore';
import { Refusal } from '@shared/contract/result';

/** @param whose 备份那天 or 本机现在 @param prefix where the fields stand in the input */
export const wrongSecret = (kind: Secret['kind'], whose: '备份那天' | '本机现在', prefix = '') =>
  kind === 'password'
    ? new Refusal(
        'WRONG_PASSWORD',
        `登录名或密码不正确。请填写${whose}使用的登录名和密码，或者使用恢复码。`,
        [{ field: `${prefix}password`, message: `登录名或密码不正确（应为${whose}的）` }],
      )
    : new Refusal('WRONG_PASSWORD', `恢复码不正确，或者不是${whose}有效的恢复码。请逐组核对后重新填写。`, [
        { field: `${prefix}code`, message: '恢复码不正确' },
      ]);
