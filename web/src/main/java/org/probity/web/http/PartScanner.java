package org.probity.web.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a form with parts (RFC 7578) as it comes in, before anything takes it apart. What reads pages (Undertow) and what
 * reads the API (mime4j) keep the head of a part in memory, however long it is, and each sees parts where the other sees none.
 * So what passes here is read in one way only: a boundary stands at the start of a line and nowhere else, and the head of each
 * part is short, of whole lines, and makes no form within the form.
 */
final class PartScanner {

    /** Far more than any form has fields and files. */
    static final int MOST = 100;

    /** Bytes of the head of one part, and of whatever stands before the first part or after the last. */
    static final int LONGEST_HEAD = 8 * 1024;

    private static final String PARTS = "multipart";
    private static final int LONGEST_TYPE = 300;
    private static final Pattern TYPE = Pattern.compile(
            "(?i)multipart/form-data(?: ?; ?charset=[\\w-]+)? ?; ?boundary=(?:\"([\\w'()+,./:=?-]{1,70})\"|([\\w'+.-]{1,70}))(?: ?; ?charset=[\\w-]+)?");
    private static final Pattern NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");
    private static final Pattern PLAIN_TYPE = Pattern.compile("(?!multipart|message)[\\w!#$&^.+/* -]*");

    private enum Where { BEFORE, BOUNDARY, HEAD, CONTENT, AFTER }

    private final byte[] boundary;
    private final int[] fallback;
    private final boolean nested;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private Where where = Where.BEFORE;
    private int matched;
    private int parts;

    /** Bytes of this line so far; the lines end as lines of a head do. */
    private long inLine;
    private byte last;

    private PartScanner(String boundary, boolean nested) {
        this.boundary = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.fallback = fallback(this.boundary);
        this.nested = nested;
    }

    /**
     * For a request that brings a form with parts; null for every other one.
     *
     * @param nested whether its reader would also take parts of parts apart
     * @throws OddParts where it is not said beyond doubt which line stands between two parts, or whether it is such a form at all:
     *         what reads the API takes a type with a star in it for one
     */
    static PartScanner of(HeaderMap headers, boolean nested) throws OddParts {
        List<String> types = headers.get(Headers.CONTENT_TYPE);
        if (types == null || types.stream().noneMatch(PartScanner::mayHaveParts)) {
            return null;
        }
        Matcher type = TYPE.matcher(types.get(0).substring(0, Math.min(types.get(0).length(), LONGEST_TYPE)).strip());
        if (types.size() > 1 || types.get(0).length() > LONGEST_TYPE || !type.matches()) {
            throw OddParts.unreadable();
        }
        return new PartScanner(type.group(1) == null ? type.group(2) : type.group(1), nested);
    }

    private static boolean mayHaveParts(String type) {
        String plain = type.strip().trim().toLowerCase(Locale.ROOT);
        int end = plain.indexOf(';');
        return plain.startsWith(PARTS) || plain.substring(0, end < 0 ? plain.length() : end).indexOf('*') >= 0;
    }

    /** The next byte, each once and in order. @throws OddParts where nothing more of this should be read */
    void look(byte next) throws OddParts {
        inLine++;
        if (where == Where.BOUNDARY) {
            endBoundary(next);
        } else if (where != Where.CONTENT) {
            keep(next);
        }
        if (match(next)) {
            beginBoundary();
        } else if (last == '\r' && next == '\n') {
            inLine = 0;
        }
        last = next;
    }

    /** As Knuth, Morris and Pratt have it: nothing that went by is looked at again. */
    private boolean match(byte next) {
        while (matched > 0 && next != boundary[matched]) {
            matched = fallback[matched - 1];
        }
        if (next == boundary[matched]) {
            matched++;
        }
        boolean whole = matched == boundary.length;
        if (whole) {
            matched = 0;
        }
        return whole;
    }

    private void beginBoundary() throws OddParts {
        if (where != Where.BEFORE && where != Where.CONTENT || inLine != boundary.length) {
            throw OddParts.unreadable();
        }
        where = Where.BOUNDARY;
        head.reset();
    }

    /** Two bytes decide whether another part follows. */
    private void endBoundary(byte next) throws OddParts {
        head.write(next);
        if (head.size() == 2) {
            String end = head.toString(StandardCharsets.ISO_8859_1);
            if (!end.equals("\r\n") && !end.equals("--")) {
                throw OddParts.unreadable();
            }
            where = end.equals("--") ? Where.AFTER : Where.HEAD;
            head.reset();
            if (where == Where.HEAD && ++parts > MOST) {
                throw OddParts.tooMany(MOST);
            }
        }
    }

    /** What is no content: the head of a part, which ends with an empty line, or what belongs to no part. */
    private void keep(byte next) throws OddParts {
        if (head.size() == LONGEST_HEAD) {
            throw OddParts.tooLong(LONGEST_HEAD);
        }
        head.write(next);
        if (where == Where.HEAD) {
            if ((last == '\r') != (next == '\n')) {
                throw OddParts.unreadable();
            }
            if (next == '\n' && inLine == 2) {
                check(head.toString(StandardCharsets.ISO_8859_1));
                where = Where.CONTENT;
                head.reset();
            }
        }
    }

    private void check(String lines) throws OddParts {
        String unfolded = lines.replace("\r\n ", " ").replace("\r\n\t", " ");
        for (String line : unfolded.lines().toList()) {
            int colon = line.indexOf(':');
            if (!line.isEmpty() && (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches())) {
                throw OddParts.unreadable();
            }
            if (nested && line.toLowerCase(Locale.ROOT).startsWith("content-type:") && !isPlain(line.substring(colon + 1))) {
                throw OddParts.unreadable();
            }
        }
    }

    /** Neither parts nor a whole letter, nor written in a way that could hide that it is. */
    private static boolean isPlain(String type) {
        int end = type.indexOf(';');
        return PLAIN_TYPE.matcher((end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT)).matches();
    }

    /** For each beginning of the boundary, how much of it is an end of that beginning too. */
    private static int[] fallback(byte[] line) {
        int[] fallback = new int[line.length];
        int length = 0;
        for (int i = 1; i < line.length; i++) {
            while (length > 0 && line[i] != line[length]) {
                length = fallback[length - 1];
            }
            length += line[i] == line[length] ? 1 : 0;
            fallback[i] = length;
        }
        return fallback;
    }
}
