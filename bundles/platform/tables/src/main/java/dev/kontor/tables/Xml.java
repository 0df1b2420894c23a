package dev.kontor.tables;

import dev.kontor.api.text.Text;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a workbook, read from its beginning to its end: no document type, no entity, nothing from elsewhere. */
final class Xml {

    private final XMLStreamReader reader;

    private Xml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** What a part's reader is told of. */
    interface Elements {

        /** An element begins. */
        void begins(Xml element);

        /** An element of that name ends; the text is what stood in it since the last one began. */
        default void ends(String name, String text) {}
    }

    /** @throws Unfit when it is no XML, or more than that */
    static void read(String part, byte[] content, Elements elements) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            walk(factory.createXMLStreamReader(new ByteArrayInputStream(content)), part, elements);
        } catch (XMLStreamException broken) {
            throw Unfit.file(Text.of("tables.part", part));
        }
    }

    private static void walk(XMLStreamReader reader, String part, Elements elements) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Unfit.file(Text.of("tables.document-type", part));
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    elements.begins(new Xml(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    elements.ends(reader.getLocalName(), text.toString());
                    text.setLength(0);
                }
                default -> { }
            }
        }
    }

    String name() {
        return reader.getLocalName();
    }

    /** By its name, whatever its name space; empty when it is not there. */
    String value(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    boolean isSet(String attribute) {
        return value(attribute).equals("1") || value(attribute).equals("true");
    }

    /** @return {@code otherwise} when it is no whole number */
    int whole(String attribute, int otherwise) {
        return value(attribute).matches("\\d{1,9}") ? Integer.parseInt(value(attribute)) : otherwise;
    }
}
