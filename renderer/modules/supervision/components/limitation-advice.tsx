import { Alert } from 'antd';

/** What the worker has to be told at registration: nobody may miss a time limit by waiting for the union. */
export function LimitationAdvice() {
  return (
    <Alert
      type="info"
      showIcon
      title="请当面告知反映人（登记表上有相同内容，由反映人签名）"
      description={
        <ul className="sup-list">
          <li>工会监督不影响向劳动保障监察机构投诉或者申请劳动争议调解仲裁。</li>
          <li>劳动争议申请仲裁一般有一年时效，工伤认定申请亦有期限，请勿因等待工会处理而错过。</li>
          <li>个人信息予以保密。登记后，案件页面的“期限”中会逐项计算各种时效并提前提醒。</li>
        </ul>
      }
    />
  );
}
