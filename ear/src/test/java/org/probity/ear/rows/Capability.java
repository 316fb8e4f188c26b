package org.probity.ear.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What opens scopes, made as the server of {@link BoardRowsIT} does, with the key in its folder. */
final class Capability {

    private Capability() {
    }

    static String of(String scope) {
        try {
            Path key = Path.of(System.getProperty("probity.servers"), BoardRowsIT.SERVER, "data/probity/keys/scope.key");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(Files.readString(key).strip()), "HmacSHA256"));
            return scope + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(scope.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
