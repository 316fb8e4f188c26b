package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Triage of a concern. */
public final class TriagePage extends Form {

    public TriagePage(Page page) {
        super(page);
    }

    public TriagePage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/triage");
        return this;
    }

    public TriagePage title(String title) {
        type("title", title);
        return this;
    }

    public TriagePage clause(String number) {
        page().locator("input[name=\"clauses\"][value=\"" + number + "\"]").check();
        return this;
    }

    /** Somebody in the directory, by name. */
    public TriagePage subject(String name) {
        String label = page().locator("#subjectId option").allInnerTexts().stream()
                .filter(option -> option.startsWith(name)).findFirst().orElseThrow();
        select("subjectId", label);
        return this;
    }

    /** In scope, from a personal account, no protected disclosure, no earlier case, in post. */
    public TriagePage usual(boolean childInvolved) {
        choose("inScope", true);
        choose("officialAccount", false);
        choose("whistleblowing", false);
        choose("childInvolved", childInvolved);
        choose("repeat", false);
        choose("inPost", "YES");
        return this;
    }

    /** @param audience PRIVATE, GROUP or PUBLIC; @param impact LOW, MEDIUM or HIGH */
    public TriagePage weight(String audience, String impact) {
        choose("audience", audience);
        choose("impact", impact);
        return this;
    }

    /** @param decision NO_FURTHER_ACTION, ADVICE or INVESTIGATE */
    public void decide(String decision, String reasons) {
        choose("decision", decision);
        type("reasons", reasons);
        press("triage");
    }
}
