package dev.kontor.host.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A declared component.
 *
 * @param services the types it is registered under; none: it works for itself
 * @param ranking its service ranking; 0 if it says none
 */
public record Component(String name, List<String> services, int ranking) {

    /** @throws IOException when it is not well-formed */
    static List<Component> in(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            List<Component> components = new ArrayList<>();
            for (Element each : elements(document.getElementsByTagNameNS("*", "component"))) {
                components.add(of(each));
            }
            return components;
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(broken);
        }
    }

    private static Component of(Element element) {
        String type = elements(element.getElementsByTagName("implementation")).stream()
                .map(each -> each.getAttribute("class"))
                .findFirst()
                .orElse("");
        List<String> services = elements(element.getElementsByTagName("provide")).stream()
                .map(each -> each.getAttribute("interface"))
                .toList();
        int ranking = elements(element.getElementsByTagName("property")).stream()
                .filter(each -> each.getAttribute("name").equals("service.ranking"))
                .mapToInt(each -> number(each.getAttribute("value")))
                .findFirst()
                .orElse(0);
        return new Component(element.getAttribute("name").isEmpty() ? type : element.getAttribute("name"), services, ranking);
    }

    /** What is no number gives no rank either. */
    private static int number(String value) {
        return value.strip().matches("-?\\d{1,9}") ? Integer.parseInt(value.strip()) : 0;
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }
}
