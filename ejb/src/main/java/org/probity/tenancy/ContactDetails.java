package org.probity.tenancy;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.probity.kernel.Checks;

/**
 * Where a board is written to and called: at the head of each of its letters, and on the pages of whoever is asked something.
 * Kept without blank lines and without blanks around them.
 *
 * @param contactEmail the team's own mailbox
 * @param postalAddress a line for each line of an envelope, without the board's name; null while nobody has set one
 * @param telephone as it is to be read; null while nobody has set one
 */
public record ContactDetails(String contactEmail, String postalAddress, String telephone) {

    /** Most signs of a postal address, its line breaks among them. */
    static final int LONGEST_ADDRESS = 300;

    /** More would push the letter off its first sheet. */
    static final int MOST_LINES = 8;

    static final int LONGEST_NUMBER = 30;

    private static final String NONE = "–";

    /** The longest there are (ITU-T E.164), and no number of a whole exchange. */
    private static final Pattern NUMBER = Pattern.compile("\\+?(?:[ ()-]*[0-9]){5,15}[ ()-]*");

    public ContactDetails {
        contactEmail = contactEmail == null ? null : contactEmail.strip();
        postalAddress = lines(postalAddress);
        telephone = telephone == null || telephone.isBlank() ? null : telephone.strip();
    }

    private static String lines(String given) {
        String kept = given == null ? "" : given.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        return kept.isEmpty() ? null : kept;
    }

    /** In lines: mailbox, telephone, and those of the address; {@link #NONE} where there is no telephone. */
    public String text() {
        return contactEmail + "\n" + (telephone == null ? NONE : telephone) + (postalAddress == null ? "" : "\n" + postalAddress);
    }

    /** @param text as {@link #text} says it */
    public static ContactDetails of(String text) {
        String[] lines = text.split("\n", 3);
        return new ContactDetails(lines[0], lines.length < 3 ? null : lines[2], lines[1].equals(NONE) ? null : lines[1]);
    }

    /** Adds what is wrong with them, by field. */
    public Checks check(Checks checks) {
        return checks.email("contactEmail", contactEmail)
                .max("postalAddress", postalAddress, LONGEST_ADDRESS)
                .that(postalAddress == null || postalAddress.lines().count() <= MOST_LINES, "postalAddress", "tenancy.refused.lines", MOST_LINES)
                .that(postalAddress == null || postalAddress.chars().noneMatch(sign -> sign != '\n' && Character.isISOControl(sign)),
                        "postalAddress", "kernel.refused.character")
                .that(telephone == null || isNumber(telephone), "telephone", "tenancy.refused.telephone");
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
    }

    /** The number as a telephone dials it, such as {@code +442079460101} (RFC 3966); empty where there is none that could be dialled. */
    public Optional<String> dialled() {
        return Optional.ofNullable(telephone).filter(ContactDetails::isNumber)
                .map(number -> (number.startsWith("+") ? "+" : "") + (number.startsWith("+") ? number.replace("(0)", "") : number).replaceAll("[^0-9]", ""));
    }
}
