package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.tenancy.Installation.Kind;

class FirstStartTest {

    @ParameterizedTest
    @CsvSource({
            // asked for, proxied, listens on, embedded, becomes
            "     ,      , 127.0.0.1,   true,  DEMO",
            "     ,      , 127.9.0.1,   true,  DEMO",
            "     ,      , ::1,         true,  DEMO",
            "     ,      , localhost,   true,  DEMO",
            "     ,      , 0.0.0.0,     true,  REAL",
            "     ,      , ::,          true,  REAL",
            "     ,      , 192.0.2.1,   true,  REAL",
            "     ,      , no such host,true,  REAL",
            "     , true , 127.0.0.1,   true,  REAL",
            "     , false, 127.0.0.1,   true,  DEMO",
            "     ,      , 127.0.0.1,   false, REAL",
            "''   ,      , 127.0.0.1,   false, REAL",
            "true ,      , 127.0.0.1,   false, DEMO",
            "true , true , 0.0.0.0,     false, DEMO",
            "TRUE ,      , 0.0.0.0,     true,  DEMO",
            "false,      , 127.0.0.1,   true,  REAL",
            "False, true , 0.0.0.0,     false, REAL"})
    void anEmptyInstallationIsADemonstrationWhereAskedForOrWhereNobodyElseCanReachIt(String asked, String proxied, String bound,
            boolean embedded, Kind becomes) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PROBITY_DEMO", asked);
        environment.put("PROBITY_BEHIND_PROXY", proxied);
        assertThat(FirstStart.of(environment, bound, embedded).kind(Optional.empty())).isEqualTo(becomes);
    }

    /** Where mails lead elsewhere, others are meant to come, and demo log-ins would let them in. */
    @ParameterizedTest
    @CsvSource({",DEMO", "http://localhost:8080,DEMO", "http://LOCALHOST/,DEMO", "http://127.0.0.1:9380,DEMO", "http://[::1]:8080,DEMO",
        "https://probity.example.org,REAL", "http://192.0.2.1:8080,REAL", "http://127.0.0.1.example.org,REAL", "https://localhost.example.org,REAL"})
    void whatIsReachedByAnotherAddressIsReal(String url, Kind becomes) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PROBITY_URL", url);
        assertThat(FirstStart.of(environment, "127.0.0.1", true).kind(Optional.empty())).isEqualTo(becomes);
        environment.put("PROBITY_DEMO", "true");
        assertThat(FirstStart.of(environment, "127.0.0.1", true).kind(Optional.empty())).isEqualTo(Kind.DEMO);
    }

    @Test
    void whatItIsItStaysWhereverItIsStarted() {
        for (Kind kind : Kind.values()) {
            for (String asked : Arrays.asList(null, "", kind == Kind.DEMO ? "true" : "false")) {
                for (boolean alone : List.of(true, false)) {
                    assertThat(new FirstStart(asked, alone).kind(Optional.of(kind))).isEqualTo(kind);
                }
            }
        }
    }

    @Test
    void aStartThatAsksForTheOtherIsStoppedWithTheNameOfTheSetting() {
        assertThatThrownBy(() -> new FirstStart("true", true).kind(Optional.of(Kind.REAL)))
                .isInstanceOf(IllegalStateException.class).hasMessageStartingWith("PROBITY_DEMO=true, but this installation is a real one");
        assertThatThrownBy(() -> new FirstStart("false", true).kind(Optional.of(Kind.DEMO)))
                .isInstanceOf(IllegalStateException.class).hasMessageStartingWith("PROBITY_DEMO=false, but this installation is a demonstration");
    }
}
