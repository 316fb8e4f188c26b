package org.probity.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Letters;
import org.probity.names.PersonName;
import org.probity.names.RecordedNames;
import org.probity.spelling.WordSpans;
import org.probity.tenancy.BoardOwned;

/** A form by which a member is found, whatever a reporter makes of their name: see {@link PersonName#forms}. */
@Entity
@Table(name = "member_name")
public class MemberName extends BoardOwned {

    public static final String ADDRESS = "@";

    /** All whom a part of a name may mean however it is misspelt have it: they read cases, and are few. */
    public static final String READS = "!";

    /** Characters of a form that are kept. */
    static final int LONGEST = 120;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    @Column(name = "account_id", nullable = false, updatable = false)
    private Long accountId;

    @Column(length = LONGEST, nullable = false, updatable = false)
    private String form;

    protected MemberName() {
    }

    MemberName(Member member, String form) {
        this.member = member;
        this.accountId = member.accountId();
        this.form = form;
    }

    String form() {
        return form;
    }

    boolean isLogin() {
        return form.startsWith(ADDRESS);
    }

    /** Every form of somebody, by name, mail address and user name. */
    public static Set<String> forms(String name, String email, String username) {
        Stream<String> logins = Stream.of(email, username).filter(login -> login != null && !login.isBlank()).flatMap(MemberName::ofLogin);
        return Stream.concat(RecordedNames.of(name).forms(), logins).map(MemberName::cut).collect(Collectors.toUnmodifiableSet());
    }

    /** The address whole, and what stands before the sign: the latter as it could be given for a name. */
    private static Stream<String> ofLogin(String login) {
        String address = PersonName.address(login);
        String local = address.isEmpty() ? login : address.substring(0, address.indexOf('@'));
        return Stream.of(address, squeezed(local)).filter(form -> !form.isEmpty()).map(ADDRESS::concat);
    }

    /** The form by which an address is found. */
    static String address(String email) {
        return cut(ADDRESS + PersonName.address(email));
    }

    /** The letters and digits of a text alone. */
    static String squeezed(String text) {
        return String.join("", WordSpans.words(Letters.fold(text, PersonName.LONGEST)));
    }

    public static String cut(String form) {
        return CodePoints.first(form, LONGEST);
    }
}
