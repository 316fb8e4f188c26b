package org.probity.files;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.probity.kernel.CountedStream;

/**
 * XML that came from outside, without document types and of which little is in memory at a time. The parser takes a tag, a comment
 * or a section whole, several times over, before it tells of it, and forgets no name: both are counted here as it goes on, in
 * whatever way they are written. Long text it hands on in pieces.
 */
final class BoundedXml extends StreamReaderDelegate {

    /** Of what the parser takes whole, in bytes: Word keeps a drawing in one attribute. */
    static final int LONGEST = 1024 * 1024;

    /** Of all names together, in characters, each as so many more: the formats have a few hundred of them. */
    static final int MOST_NAMES = 256 * 1024;
    static final int NAME = 32;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    private final Taken taken;
    private final Set<String> names = new HashSet<>();
    private int spelt;

    BoundedXml(InputStream in) throws XMLStreamException {
        this(in, new Taken());
    }

    private BoundedXml(InputStream in, Taken taken) throws XMLStreamException {
        super(XML.createXMLStreamReader(new CountedStream(in, taken::add)));
        this.taken = taken;
    }

    /** @throws XMLStreamException also around {@link UnpackedTooLarge}, where what comes next is too long, or one name too many */
    @Override
    public int next() throws XMLStreamException {
        taken.bytes = 0;
        int event = super.next();
        if (event == START_ELEMENT) {
            meetElement();
        } else if (event == PROCESSING_INSTRUCTION) {
            meet(getPITarget(), "");
        }
        return event;
    }

    private void meetElement() throws XMLStreamException {
        meet(getPrefix(), getLocalName());
        for (int i = 0; i < getAttributeCount(); i++) {
            meet(getAttributePrefix(i), getAttributeLocalName(i));
        }
        for (int i = 0; i < getNamespaceCount(); i++) {
            meet(getNamespacePrefix(i), getNamespaceURI(i));
        }
    }

    private void meet(String prefix, String name) throws XMLStreamException {
        String whole = prefix + ":" + name;
        if (names.add(whole)) {
            spelt += whole.length() + NAME;
            if (spelt > MOST_NAMES) {
                throw new XMLStreamException(new UnpackedTooLarge());
            }
        }
    }

    /** What the parser has taken since it last told of something. */
    private static final class Taken {

        private int bytes;

        void add(int more) throws UnpackedTooLarge {
            bytes += more;
            if (bytes > LONGEST) {
                throw new UnpackedTooLarge();
            }
        }
    }
}
