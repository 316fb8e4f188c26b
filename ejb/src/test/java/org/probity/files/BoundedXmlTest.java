package org.probity.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much the parser is given to take whole, and how many names to keep. */
class BoundedXmlTest {

    private static final int LONG = 4 * BoundedXml.LONGEST;

    /** The parser reads ahead by one of its buffers; its copies of a tag are in memory only as far as it was given the tag. */
    private static final int AHEAD = 64 * 1024;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"<a b='|x|'/>", "<a b=\"|>'|\"/>", "<a><!--|x|--></a>", "<a><!--|<b>|--></a>", "<a><![CDATA[|]>|]]></a>", "<a><?p x|x>|?></a>", "<a |_|/>",
            "<a>|]|</a>", "<a/>|_|<!-- -->", "<!DOCTYPE a [|<!-- x -->|]><a/>"})
    void whatTheParserTakesWholeIsNotGivenToItWhole(String before, String repeated, String after) {
        for (String charset : new String[] {"UTF-8", "UTF-16", "UTF-16LE", "Cp037"}) {
            String declared = "<?xml version='1.0' encoding='" + charset + "'?>";
            ByteArrayInputStream in = bytes(declared + before + repeated.replace('_', '\n').repeat(LONG / repeated.length()) + after, charset);
            assertThatThrownBy(() -> read(in)).as(charset).isInstanceOfSatisfying(XMLStreamException.class,
                    thrown -> assertThat(thrown.getNestedException()).isInstanceOf(UnpackedTooLarge.class));
            assertThat(in.available()).as(charset).isGreaterThan(LONG - BoundedXml.LONGEST - AHEAD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<n%d/>", "<a n%d=''/>", "<n%d:a xmlns:n%1$d='u'/>", "<a xmlns='n%d'/>", "<?n%d?>"})
    void namesAreFew(String element) {
        String names = IntStream.range(0, BoundedXml.MOST_NAMES / BoundedXml.NAME).mapToObj(element::formatted).collect(Collectors.joining());
        assertThatThrownBy(() -> read(bytes("<r>" + names + "</r>", "UTF-8"))).isInstanceOfSatisfying(XMLStreamException.class,
                thrown -> assertThat(thrown.getNestedException()).isInstanceOf(UnpackedTooLarge.class));
    }

    /** Neither the text nor the number of elements is bounded here, nor a drawing of half a megabyte in its attribute. */
    @Test
    void honestTextIsReadHoweverLongItIs() throws XMLStreamException {
        String line = "<w:t xml:space='preserve'>Tŷ &amp; dŵr</w:t>\n";
        assertThat(read(bytes("<w:p xmlns:w='w'>" + line.repeat(200_000) + "</w:p>", "UTF-8"))).isGreaterThan(400_000);
        assertThat(read(bytes("<w:p xmlns:w='w'>" + "Geiriau a mwy o eiriau. ".repeat(400_000) + "</w:p>", "UTF-8"))).isGreaterThan(2);
        read(bytes("<v:shape xmlns:v='v' xmlns:o='o' o:gfxdata='" + "UEsDBBQABgAI".repeat(50_000) + "'/>", "UTF-8"));
    }

    private static ByteArrayInputStream bytes(String xml, String charset) {
        return new ByteArrayInputStream(xml.getBytes(Charset.forName(charset)));
    }

    private static int read(ByteArrayInputStream in) throws XMLStreamException {
        BoundedXml xml = new BoundedXml(in);
        int events = 0;
        while (xml.hasNext()) {
            xml.next();
            events++;
        }
        return events;
    }
}
