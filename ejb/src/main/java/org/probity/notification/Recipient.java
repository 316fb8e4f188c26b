package org.probity.notification;

import org.probity.kernel.Language;

/**
 * Whom a mail is for.
 *
 * @param address null or empty where none is known: the mail then fails at once, for the operator to see
 * @param language the one they wish to be written to in
 */
public record Recipient(String name, String address, Language language) {

    public Recipient {
        name = name == null ? "" : name.replaceAll("\\s+", " ").strip();
        address = address == null ? "" : address.strip();
    }
}
