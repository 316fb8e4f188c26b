package org.probity.files;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One part of an office file, and what it says: nothing that belongs to the file may come from elsewhere, or act. */
final class OfficePart {

    private static final List<String> SCHEMES = List.of("http:", "https:", "mailto:", "#");

    /** What people and programs keep beside the document; nobody draws it, and some of it was written to older rules. */
    private static final List<String> ASIDE = List.of("meta-inf/", "customxml/", "docprops/");

    /** Elements of OpenDocument that show what another file holds; a link to be followed is none of them. */
    private static final Set<String> SHOWING = Set.of("image", "object", "object-ole", "plugin", "applet", "floating-frame", "section-source",
            "table-source", "background-image", "fill-image", "list-level-style-image", "font-face-uri", "sound", "auto-reload");

    /** Elements that act, or ask another program or a server, of OpenDocument and of Excel. */
    private static final Set<String> ACTING = Set.of("script", "event-listener", "event-listeners", "dde-connection-decl", "dde-connection", "dde-source",
            "ddelink", "olelink", "connection");

    /** Relations to parts that Word opens like files of their own, and to what Excel asks elsewhere. */
    private static final List<String> OPENED = List.of("vbaproject", "/afchunk", "/externallink", "/connections");

    private static final Set<String> INSTRUCTIONS = Set.of("instrtext", "delinstrtext");

    /** Fields of Word that start or ask another program, read another file, or put together such a field's name (ECMA-376-1, 17.16.5). */
    private static final Set<String> FIELDS = Set.of("DDE", "DDEAUTO", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "LINK", "DATABASE", "RD",
            "QUOTE", "CONTROL", "HTMLACTIVEX", "PRINT");

    private static final Set<String> FORMULAS = Set.of("f", "definedname", "formula", "formula1", "formula2", "calculatedcolumnformula");

    /** Functions of Excel that fetch something or ask another program. */
    private static final List<String> FUNCTIONS = List.of("WEBSERVICE(", "IMAGE(", "RTD(");

    private static final int DEEPEST = 500;

    /** In characters; Word and Excel themselves take no field and no formula that is longer. */
    private static final int LONGEST = 32_768;

    private final XMLStreamReader reader;
    private final StringBuilder instruction = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private StringBuilder into;

    private OfficePart(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** @param name of the part, in lower case */
    static boolean isRead(String name) {
        return name.endsWith(".rels") || name.equals("[content_types].xml") || name.endsWith(".xml") && ASIDE.stream().noneMatch(name::startsWith);
    }

    /** @throws IOException where the part cannot be unpacked; {@link UnpackedTooLarge} where it is too much to be read */
    static boolean isQuiet(InputStream part) throws IOException {
        try {
            return new OfficePart(new BoundedXml(part)).isQuiet();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException unpacking && !(unpacking instanceof CharConversionException)) {
                throw unpacking;
            }
            return false;
        }
    }

    private boolean isQuiet() throws XMLStreamException {
        boolean quiet = true;
        int depth = 0;
        while (quiet && reader.hasNext()) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            quiet = depth < DEEPEST && isQuiet(event);
        }
        return quiet && isStillField();
    }

    private boolean isQuiet(int event) {
        return switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> false;
            case XMLStreamConstants.START_ELEMENT -> begins(name());
            case XMLStreamConstants.END_ELEMENT -> ends(name());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> into == null || into.append(reader.getText()).length() <= LONGEST;
            default -> true;
        };
    }

    /** A field's name may stand in several pieces, up to the next mark of where a field begins, is parted or ends. */
    private boolean begins(String element) {
        into = INSTRUCTIONS.contains(element) ? instruction : FORMULAS.contains(element) ? formula : into;
        return switch (element) {
            case "relationship" -> isNear(value("TargetMode"), value("Type"), value("Target"));
            case "override", "default" -> isStill(value("ContentType"));
            case "fldsimple" -> isStillField(value("instr"));
            case "fldchar" -> isStillField();
            default -> !ACTING.contains(element) && !(SHOWING.contains(element) && isElsewhere(value("href")));
        };
    }

    private boolean ends(String element) {
        into = INSTRUCTIONS.contains(element) || FORMULAS.contains(element) ? null : into;
        return !FORMULAS.contains(element) || isStillFormula();
    }

    private boolean isStillField() {
        String field = instruction.toString();
        instruction.setLength(0);
        return isStillField(field);
    }

    private static boolean isStillField(String field) {
        String plain = field.strip().toUpperCase(Locale.ROOT);
        int end = 0;
        while (end < plain.length() && Character.isLetter(plain.charAt(end))) {
            end++;
        }
        return !FIELDS.contains(plain.substring(0, end));
    }

    private boolean isStillFormula() {
        String plain = String.join("", formula.toString().toUpperCase(Locale.ROOT).split(" "));
        formula.setLength(0);
        return FUNCTIONS.stream().noneMatch(plain::contains);
    }

    /** A link to a page may lead out of the file, since somebody has to follow it; nothing else may. */
    private static boolean isNear(String mode, String type, String target) {
        boolean followed = type.endsWith("/hyperlink") && SCHEMES.stream().anyMatch(target.strip()::startsWith);
        return OPENED.stream().noneMatch(type::contains) && (followed || !mode.strip().equals("external") && !isElsewhere(target));
    }

    private static boolean isStill(String contentType) {
        return Stream.of("macro", "vba", "activex", "externallink").noneMatch(contentType::contains);
    }

    private static boolean isElsewhere(String target) {
        String plain = target.strip();
        return plain.startsWith("//") || plain.startsWith("\\") || plain.indexOf(':') >= 0;
    }

    private String name() {
        return reader.getLocalName().toLowerCase(Locale.ROOT);
    }

    /** In lower case, whatever namespace it has; empty where it is not there. */
    private String value(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equalsIgnoreCase(attribute)) {
                return reader.getAttributeValue(i).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
