package org.probity.ear.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.probity.ear.Api;
import org.probity.ear.Authenticator;
import org.probity.ear.Postbox;
import org.probity.ear.Server;

/** Somebody whose name is a formula. They come in by a link and show a second factor, and both ways in are attacked. */
final class Newcomer {

    /** In no text that the attack writes into a case, which would hide it from them. */
    static final String NAME = "=cmd|'/C newcomer'!A0";

    private static final String EMAIL = "newcomer@example.org";
    private static final String PASSPHRASE = "seven quiet lamps by the estuary";
    private static final Pattern INVITATION = Pattern.compile("/[a-z]+/invitations/[\\w-]+");
    private static final Pattern RESET = Pattern.compile("/link/[\\w-]+");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");

    private final Server server;
    private final Postbox postbox;
    private final String board;
    private final BiFunction<Wire, String, FormAttack> attack;
    private final Outcomes outcomes;

    /** @param attack of what the owner of that name sees through that wire */
    Newcomer(Server server, Postbox postbox, String board, BiFunction<Wire, String, FormAttack> attack, Outcomes outcomes) {
        this.server = server;
        this.postbox = postbox;
        this.board = board;
        this.attack = attack;
        this.outcomes = outcomes;
    }

    /** @return the pages on the way */
    List<String> comeIn(String reference) {
        invite();
        Wire wire = new Wire(server, outcomes);
        List<String> pages = new ArrayList<>(attack.apply(wire, "").from(link(INVITATION, 1)).pages());
        // every form there was sent, the one that declines too
        invite();
        choose(wire, link(INVITATION, 2));
        wire.fill("/forgotten", Map.of("username", EMAIL));
        pages.addAll(attack.apply(wire, "").from(link(RESET, 1)).pages());
        choose(wire, link(RESET, 1));
        wire.knowing(PASSPHRASE).signIn(EMAIL);
        Matcher secret = SECRET.matcher(wire.get("/account/second-factor").body());
        if (!secret.find()) {
            throw new IllegalStateException("No second factor is offered");
        }
        wire.fill("/account/second-factor", Map.of("code", new Authenticator(secret.group(1)).at(server.now())));
        if (wire.get("/" + board + "/investigations/" + reference).status() != 200) {
            outcomes.fault("The newcomer cannot work");
        }
        pages.addAll(attack.apply(new Wire(server, outcomes).knowing(PASSPHRASE).signIn(EMAIL), EMAIL).from("/signin/code").pages());
        return pages;
    }

    private void invite() {
        done("invited", new Wire(server, outcomes).signIn(board + "-admin@example.org").fill("/" + board + "/members/new",
                Map.of("name", NAME, "email", EMAIL, "roles", "OFFICER", "language", "EN")));
        Wire operator = new Wire(server, outcomes).signIn("operator2@example.org");
        Html.Form waiting = new Html(operator.get("/operator/boards/" + board + "/powers").body()).forms().stream()
                .filter(form -> form.fields().stream().anyMatch(field -> field.name().equals("powers"))).findFirst().orElseThrow();
        String newest = waiting.fields().stream().filter(field -> field.type().equals("submit")).map(Html.Field::name).findFirst().orElseThrow();
        done("confirmed", operator.post(waiting, waiting.fields().stream().filter(field -> !field.type().equals("submit") || field.name().equals(newest))
                .map(field -> new Wire.Pair(field.name(), field.value())).toList()));
    }

    private void done(String what, Wire.Answer answer) {
        if (answer.status() != 302) {
            throw new IllegalStateException("The newcomer was not " + what + ": " + answer.status());
        }
    }

    private void choose(Wire wire, String link) {
        done("let in", wire.fill(link, Map.of("passphrase", PASSPHRASE, "again", PASSPHRASE)));
    }

    /** @param letter the how manieth of those with such a link */
    private String link(Pattern kind, int letter) {
        Api.await("the link is mailed", () -> links(kind).count() >= letter);
        return links(kind).skip(letter - 1L).findFirst().orElseThrow();
    }

    private Stream<String> links(Pattern kind) {
        return postbox.letters().stream().filter(mail -> mail.to().contains(EMAIL)).map(mail -> kind.matcher(mail.body()))
                .filter(Matcher::find).map(Matcher::group);
    }
}
