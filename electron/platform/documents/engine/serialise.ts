import { Document, type IXmlableObject, type XmlComponent } from 'docx';

/** The document components ask about; paragraphs and tables without links or pictures find an empty one enough. */
const around = new Document({ sections: [] });

/**
 * docx components → XML text. docx's own Packer writes whole packages only, and spends most of its time on the parts
 * that every paper shares; this writes the body alone.
 */
export function serialise(component: XmlComponent): string {
  const tree = component.prepForXml({ file: around, viewWrapper: around.Document, stack: [] });
  return tree === undefined ? '' : elementXml(tree);
}

type Node = string | number | boolean | IXmlableObject | readonly Node[] | null | undefined;

function elementXml(element: IXmlableObject): string {
  let xml = '';
  for (const [name, content] of Object.entries(element)) {
    let attributes = '';
    let children = '';
    for (const node of Array.isArray(content) ? (content as Node[]) : [content as Node]) {
      if (node === null || node === undefined) continue;
      if (typeof node !== 'object') children += escapeText(String(node));
      else if ('_attr' in node) attributes += attributesXml(node._attr as Record<string, unknown>);
      else children += elementXml(node as IXmlableObject);
    }
    xml += children === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${children}</${name}>`;
  }
  return xml;
}

function attributesXml(attributes: Record<string, unknown>): string {
  let xml = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) xml += ` ${name}="${escapeText(String(value))}"`;
  }
  return xml;
}

const special = /[&<>"]/;

function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
