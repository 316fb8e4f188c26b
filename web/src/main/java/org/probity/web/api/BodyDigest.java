package org.probity.web.api;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Works out the SHA-256 of a body while it is read, where a key says that it may come again. */
@Provider
public class BodyDigest implements ReaderInterceptor {

    /** Request attribute that holds it, in hex. */
    static final String ATTRIBUTE = "probity.body";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().getFirst("Idempotency-Key") == null) {
            return context.proceed();
        }
        DigestInputStream in = new DigestInputStream(context.getInputStream(), sha256());
        context.setInputStream(in);
        Object read = context.proceed();
        in.transferTo(OutputStream.nullOutputStream());
        context.setProperty(ATTRIBUTE, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        return read;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
