package dev.kontor.kernel.document;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that is data and nothing else, as the original of an electronic invoice (数电发票) is. */
final class PlainXml {

    /** What a browser would show or run, in a name space or without one. */
    private static final Set<String> ACTIVE = Set.of("html", "svg", "script", "stylesheet", "transform", "iframe", "object");

    private PlainXml() {}

    /** Well-formed, without a document type, an entity, an instruction to a program, or anything that draws or runs. */
    static boolean is(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            boolean plain = true;
            while (plain && reader.hasNext()) {
                plain = isPlain(reader.next(), reader);
            }
            return plain;
        } catch (XMLStreamException broken) {
            return false;
        }
    }

    private static boolean isPlain(int event, XMLStreamReader reader) {
        return switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.PROCESSING_INSTRUCTION -> false;
            case XMLStreamConstants.START_ELEMENT -> !ACTIVE.contains(reader.getLocalName().toLowerCase(Locale.ROOT));
            default -> true;
        };
    }
}
