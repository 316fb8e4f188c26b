package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Which policy a case goes by, and what was known of it, over the wire. */
class PolicyVersionIT {

    private static Server server;
    private static Rest rest;

    @BeforeAll
    static void start() {
        server = Server.named("policy-versions", 1870).start();
        rest = new Rest(server, "chscb");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theCaseTellsItsVersionsAndWhatWasKnownOfThem() {
        Walk walk = walk().report().detect();
        JsonObject policy = Walk.objects(walk.page(), "policies").findFirst().orElseThrow();
        assertThat(policy.get("version").getAsString()).isEqualTo("1");
        JsonObject known = policy.getAsJsonObject("acknowledgement");
        assertThat(known.get("kind").getAsString()).isIn("THIS", "NONE");
        assertThat(known.has("on")).isEqualTo(known.get("kind").getAsString().equals("THIS"));
    }

    private static Walk walk() {
        return new Walk(new Api(server, "chscb"));
    }
}
