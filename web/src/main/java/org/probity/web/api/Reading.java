package org.probity.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.probity.kernel.Refusal;

/**
 * Watches a body being read: works out its SHA-256 where a key says that it may come again, tells what cannot be read
 * from what cannot be done, and asks who sent what was long on its way.
 */
@Provider
public class Reading implements ReaderInterceptor {

    /** Request attribute that holds the SHA-256, in hex. */
    static final String DIGEST = "probity.body";

    @Inject
    private LongCalls longCalls;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object read = whole(context);
        longCalls.requireTheSame();
        return read;
    }

    private static Object whole(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().getFirst("Idempotency-Key") == null) {
            return read(context);
        }
        DigestInputStream in = new DigestInputStream(new LeftOpen(context.getInputStream()), sha256());
        context.setInputStream(in);
        Object read = read(context);
        in.transferTo(OutputStream.nullOutputStream());
        context.setProperty(DIGEST, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        return read;
    }

    private static Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (Refusal | WebApplicationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (Problem.isTooLarge(e)) {
                throw e;
            }
            throw new BadRequestException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Readers of forms close what they read; the rest of it still counts. */
    private static final class LeftOpen extends FilterInputStream {

        LeftOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the server closes it with the request
        }
    }
}
