package org.probity.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.probity.crypto.Keys;
import org.probity.kernel.Unguarded;

/** Keeps what a mail hands over out of the database's sight: sealed while it waits, put in as it leaves. */
@Unguarded("Only its own package may seal and fill")
@ApplicationScoped
public class MailSecrets {

    @Inject
    private Keys keys;

    /** @param key of the mail */
    String seal(String key, String secret) {
        return keys.seal(purpose(key), secret);
    }

    /** The text with the secret in its place; the text as it is where there is none, or no longer. */
    String fill(String key, String body, String sealed) {
        return body == null || sealed == null ? body : body.replace(Mail.SECRET, keys.open(purpose(key), sealed));
    }

    private static String purpose(String key) {
        return "mail/" + key;
    }
}
