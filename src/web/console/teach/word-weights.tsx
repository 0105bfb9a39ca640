import { Flex, Tag } from 'antd';

/** Words with how much each counts. */
export const WordWeights = ({
  words,
}: {
  readonly words: readonly { readonly word: string; readonly weight: number }[];
}) => (
  <Flex gap={8} wrap component="ul" className="tags">
    {words.map(({ word, weight }) => (
      <li key={word}>
        <Tag>
          {word} <span className="soft">{weight.toLocaleString('vi')}</span>
        </Tag>
      </li>
    ))}
  </Flex>
);
