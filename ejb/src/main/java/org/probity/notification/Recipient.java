package org.probity.notification;

import org.probity.kernel.CodePoints;
import org.probity.kernel.Language;
import org.probity.kernel.NameInMail;

/**
 * Whom a mail is for.
 *
 * @param address null or empty where none is known: the mail then fails at once, for the operator to see
 * @param language the one they wish to be written to in
 */
public record Recipient(String name, String address, Language language) {

    /** In characters: more than a name of people here has. */
    private static final int LONGEST_NAME = 200;

    public Recipient {
        name = name == null ? "" : CodePoints.first(NameInMail.of(name).replaceAll("\\s+", " "), LONGEST_NAME);
        address = address == null ? "" : address.strip();
    }
}
