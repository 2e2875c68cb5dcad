import { Button, Descriptions, Popover, Tag } from 'antd';
import { CONFIDENCE_LABELS, SOURCE_LABELS } from './labels';

type Basis = {
  readonly ruleText: string;
  readonly basis: string;
  readonly source: string;
  readonly confidence: string;
};

/** The small 依据 beside a date of the law: rule, article, source and how sure we are. */
export function BasisPopover({ ruleText, basis, source, confidence }: Basis) {
  const content = (
    <div className="sup-basis">
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'rule', label: '规则', children: ruleText || '—' },
          { key: 'basis', label: '依据', children: basis || '—' },
          { key: 'source', label: '来源', children: SOURCE_LABELS[source] ?? source },
          {
            key: 'confidence',
            label: '核对情况',
            children: (
              <Tag color={confidence === 'A' ? 'green' : 'gold'}>
                {CONFIDENCE_LABELS[confidence] ?? confidence}
              </Tag>
            ),
          },
        ]}
      />
    </div>
  );
  return (
    <Popover content={content} trigger={['click']} placement="leftTop">
      <Button size="small" type="link" aria-label={`查看依据：${ruleText}`}>
        依据
      </Button>
    </Popover>
  );
}
