package org.probity.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.probity.kernel.Refusal;

/** A body of many tiny parts costs more memory than one of few: so many at most are read, and the rest is not. */
@Provider
public class PartCount implements ReaderInterceptor {

    static final int MOST = 100;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        String boundary = context.getMediaType().getParameters().get("boundary");
        if (context.getMediaType().getType().equalsIgnoreCase("multipart") && boundary != null) {
            context.setInputStream(new Counted(context.getInputStream(), boundary));
        }
        return context.proceed();
    }

    /** Looks for the line between two parts, in one pass over what goes by. */
    static final class Counted extends FilterInputStream {

        private final byte[] line;
        private final int[] fallback;
        private int matched;
        private int parts;

        Counted(InputStream body, String boundary) {
            super(body);
            this.line = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
            this.fallback = fallback(line);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                look((byte) read);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            for (int i = from; i < from + read; i++) {
                look(into[i]);
            }
            return read;
        }

        /** As Knuth, Morris and Pratt have it: nothing that went by is looked at again. */
        private void look(byte sign) {
            while (matched > 0 && sign != line[matched]) {
                matched = fallback[matched - 1];
            }
            if (sign == line[matched] && ++matched == line.length) {
                matched = fallback[matched - 1];
                if (++parts > MOST) {
                    throw Refusal.tooLarge(null, "api.refused.manyParts", MOST);
                }
            }
        }

        /** For each beginning of the line, how much of it is an end of that beginning too. */
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
}
