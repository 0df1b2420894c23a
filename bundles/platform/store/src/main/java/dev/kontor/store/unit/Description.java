package dev.kontor.store.unit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What persistence.xml says of a unit. Entities are those it lists; a bundle is not searched for more.
 *
 * @param root the bundle or folder that the unit is in
 */
public record Description(String name, String version, List<String> classes, Properties properties, URL root) {

    /** @throws IllegalStateException when the file is not readable or has no such unit */
    public static Description read(URL file, String unit, URL root) {
        try (InputStream content = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Element document = factory.newDocumentBuilder().parse(content).getDocumentElement();
            return all(document, "persistence-unit").stream()
                    .filter(element -> element.getAttribute("name").equals(unit))
                    .map(element -> of(element, document.getAttribute("version"), root))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("%s has no unit %s.".formatted(file, unit)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("%s cannot be read.".formatted(file), e);
        }
    }

    private static Description of(Element unit, String version, URL root) {
        List<String> classes = all(unit, "class").stream()
                .map(element -> element.getTextContent().strip())
                .toList();
        Properties properties = new Properties();
        all(unit, "property")
                .forEach(element -> properties.setProperty(element.getAttribute("name"), element.getAttribute("value")));
        return new Description(unit.getAttribute("name"), version, classes, properties, root);
    }

    private static List<Element> all(Element in, String name) {
        NodeList found = in.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
