package org.probity.ear.isolation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.ear.Server;

/** Everybody from whom something is hidden, signed in. */
final class Strangers {

    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private final Server server;

    Strangers(Server server) {
        this.server = server;
        for (String account : List.of("chscb-officer", "chscb-officer2", "chscb-lead", "chscb-hr", "chscb-hr2", "chscb-employee", "chscb-employee2",
                "chscb-manager", "chscb-admin", "chscb-auditor", "nscb-officer", "nscb-admin", "hospital-hr", "roles")) {
            guests.put(account, new Guest(server).signIn(account));
        }
        guests.put("operator", new Guest(server).signIn("operator", Links.PASSPHRASE));
    }

    /** Those who have signed in, by the log-in before the at sign. */
    Map<String, Guest> all() {
        return guests;
    }

    /** @param account the log-in before the at sign */
    Guest guest(String account) {
        return guests.get(account);
    }

    /** Those whose lists must stay as they are while cases are made that they may not see. */
    List<Stranger> onlookers(Target ours, Target elsewhere) {
        return List.of(stranger("officer who is named", "chscb-officer2", World.BOARD, ours, ours),
                stranger("officer of another board", "nscb-officer", World.OTHER_BOARD, elsewhere, elsewhere),
                stranger("another employee", "chscb-employee2", World.BOARD, ours, null),
                stranger("HR of another organisation", "chscb-hr2", World.BOARD, ours, null));
    }

    /**
     * Each with what they may not see, and with what they may.
     *
     * @param unsent has a referral that has not left, a lead who has stepped aside, and the auditor named in it
     * @param walled the second officer is named in it
     * @param restricted nobody but the lead is on its team
     */
    List<Stranger> strangers(Target ours, Target unsent, Target elsewhere, Target walled, Target restricted) {
        List<Stranger> strangers = new ArrayList<>();
        strangers.add(stranger("officer who is named", "chscb-officer2", World.BOARD, walled, ours));
        strangers.add(stranger("officer who is not on the team", "chscb-officer", World.BOARD, restricted, ours));
        strangers.add(stranger("lead who has stepped aside", "chscb-lead", World.BOARD, unsent, ours));
        strangers.add(stranger("officer of another board, there", "nscb-officer", World.OTHER_BOARD, ours, elsewhere));
        strangers.add(stranger("officer of another board, here", "nscb-officer", World.BOARD, ours, null));
        strangers.add(stranger("officer of this board, elsewhere", "chscb-officer", World.OTHER_BOARD, elsewhere, null));
        strangers.add(stranger("lead, case of another board", "chscb-lead", World.BOARD, elsewhere, ours));
        strangers.add(stranger("another employee", "chscb-employee2", World.BOARD, ours, null));
        strangers.add(stranger("employee, case of another board", "chscb-employee", World.BOARD, elsewhere, ours));
        strangers.add(stranger("HR of another organisation", "chscb-hr2", World.BOARD, ours, null));
        strangers.add(stranger("HR before it is sent", "chscb-hr", World.BOARD, unsent, ours));
        strangers.add(stranger("HR, referral of another board", "chscb-hr", World.BOARD, elsewhere, ours));
        strangers.add(stranger("manager", "chscb-manager", World.BOARD, ours, null));
        strangers.add(stranger("administrator", "chscb-admin", World.BOARD, ours, null));
        strangers.add(stranger("administrator, member of another board", "chscb-admin", World.BOARD, elsewhere, ours));
        strangers.add(stranger("auditor, case of another board", "chscb-auditor", World.BOARD, elsewhere, ours));
        strangers.add(stranger("auditor who is named", "chscb-auditor", World.BOARD, unsent, ours));
        strangers.add(stranger("officer here who is auditor there", "roles", World.BOARD, elsewhere, ours));
        strangers.add(stranger("operator", "operator", World.BOARD, ours, null));
        strangers.add(new Stranger("nobody", nobody(), null, World.BOARD, ours, null));
        return strangers;
    }

    /** With the session that anybody gets who sends a form. */
    Guest nobody() {
        Guest nobody = new Guest(server);
        nobody.post("/" + World.BOARD + "/worklist", Map.of("form", "form"));
        return nobody;
    }

    Stranger stranger(String who, String account, String board, Target hidden, Target own) {
        boolean token = account.matches("(chscb|nscb)-[a-z]+|chscb-officer2");
        String authorization = token ? World.token(account.replaceFirst("-.*", ""), account.replaceFirst(".*-", "")) : "";
        return new Stranger(who, guests.get(account), authorization, board, hidden, own);
    }
}
