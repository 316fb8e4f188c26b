package org.probity.kernel;

/**
 * Whether a text is one JSON object of modest shape, asked before any parser sees it: eight digits of an exponent are a gigabyte once
 * they are written out, and a thousand brackets are more calls than a thread has room for. It is read once, sign by sign.
 */
public final class BoundedJson {

    /** Objects and lists within one another, the outermost counted. */
    static final int DEEPEST = 8;

    /** Digits of a number, before and after its point; none has an exponent. */
    static final int LONGEST_NUMBER = 18;

    /** Values of all lists and objects together. */
    static final int MOST_VALUES = 20_000;

    private static final String ESCAPES = "\"\\/bfnrt";
    private static final int HEXADECIMAL = 16;

    private final String text;
    private int at;
    private int values;

    private BoundedJson(String text) {
        this.text = text;
    }

    /** Whether it is an object, and neither deep nor full nor with a number that is long. */
    public static boolean fits(String text) {
        BoundedJson json = new BoundedJson(text);
        json.skip();
        boolean object = json.peek() == '{' && json.value(0);
        json.skip();
        return object && json.at == text.length();
    }

    private boolean value(int depth) {
        if (++values > MOST_VALUES) {
            return false;
        }
        return switch (peek()) {
            case '{' -> depth < DEEPEST && all('}', depth + 1);
            case '[' -> depth < DEEPEST && all(']', depth + 1);
            case '"' -> string();
            case 't' -> take("true");
            case 'f' -> take("false");
            case 'n' -> take("null");
            default -> number();
        };
    }

    private boolean all(char end, int depth) {
        at++;
        skip();
        if (take(end)) {
            return true;
        }
        do {
            skip();
            if (!(end == ']' || named()) || !value(depth)) {
                return false;
            }
            skip();
        } while (take(','));
        return take(end);
    }

    private boolean named() {
        if (peek() != '"' || !string()) {
            return false;
        }
        skip();
        boolean colon = take(':');
        skip();
        return colon;
    }

    private boolean string() {
        at++;
        while (at < text.length()) {
            char sign = text.charAt(at++);
            if (sign == '"') {
                return true;
            }
            if (sign < ' ' || sign == '\\' && !escaped()) {
                return false;
            }
        }
        return false;
    }

    private boolean escaped() {
        if (take('u')) {
            int end = at + 4;
            while (at < end && Character.digit(peek(), HEXADECIMAL) >= 0 && peek() < 'g') {
                at++;
            }
            return at == end;
        }
        return ESCAPES.indexOf(peek()) >= 0 && ++at > 0;
    }

    private boolean number() {
        take('-');
        int whole = at;
        int digits = digits();
        if (digits == 0 || digits > 1 && text.charAt(whole) == '0') {
            return false;
        }
        if (take('.')) {
            int fraction = digits();
            return fraction > 0 && digits + fraction <= LONGEST_NUMBER;
        }
        return digits <= LONGEST_NUMBER;
    }

    private int digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - from;
    }

    private boolean take(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    private boolean take(char sign) {
        boolean there = peek() == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void skip() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The next sign; at the end one that stands in no JSON. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
