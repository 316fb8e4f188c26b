package org.probity.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an office file that say what else belongs to it: nothing of that may come from elsewhere, or act. */
final class OfficePart {

    private static final List<String> SCHEMES = List.of("http:", "https:", "mailto:", "#");

    /** Elements of OpenDocument that show what another file holds; a link to be followed is none of them. */
    private static final List<String> SHOWING = List.of("image", "object", "object-ole", "plugin", "applet", "floating-frame", "section-source",
            "script", "event-listener", "event-listeners");

    private static final int DEEPEST = 500;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    private OfficePart() {
    }

    /** @param name of the part, in lower case */
    static boolean isRead(String name) {
        return name.endsWith(".rels") || name.equals("[content_types].xml") || name.equals("content.xml") || name.equals("styles.xml");
    }

    /** @throws IOException where the part cannot be unpacked */
    static boolean isQuiet(InputStream part) throws IOException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(part);
            boolean quiet = true;
            int depth = 0;
            while (quiet && reader.hasNext()) {
                int event = reader.next();
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                quiet = depth < DEEPEST && event != XMLStreamConstants.DTD && (event != XMLStreamConstants.START_ELEMENT || isQuiet(reader));
            }
            return quiet;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException unpacking) {
                throw unpacking;
            }
            return false;
        }
    }

    private static boolean isQuiet(XMLStreamReader element) {
        return switch (element.getLocalName()) {
            case "Relationship" -> isNear(value(element, "TargetMode"), value(element, "Type"), value(element, "Target"));
            case "Override", "Default" -> isStill(value(element, "ContentType"));
            default -> !SHOWING.contains(element.getLocalName()) || !isElsewhere(value(element, "href")) && !element.getLocalName().contains("script")
                    && !element.getLocalName().contains("listener");
        };
    }

    /** A link to a page may lead out of the file, since somebody has to follow it; nothing else may. */
    private static boolean isNear(String mode, String type, String target) {
        boolean followed = type.endsWith("/hyperlink") && SCHEMES.stream().anyMatch(target.strip()::startsWith);
        return !type.contains("vbaproject") && (followed || !mode.strip().equals("external") && !isElsewhere(target));
    }

    private static boolean isStill(String contentType) {
        return !contentType.contains("macro") && !contentType.contains("vba") && !contentType.contains("activex");
    }

    private static boolean isElsewhere(String target) {
        String plain = target.strip();
        return plain.startsWith("//") || plain.startsWith("\\") || plain.indexOf(':') >= 0;
    }

    /** In lower case, whatever namespace it has; empty where it is not there. */
    private static String value(XMLStreamReader element, String attribute) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equalsIgnoreCase(attribute)) {
                return element.getAttributeValue(i).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
