package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** Coming back with the receipt code. */
public final class FollowPage extends Form {

    public FollowPage(Page page) {
        super(page);
    }

    public FollowPage of(String board, String code) {
        open("/" + board + "/report/follow");
        type("code", code);
        press("look");
        return this;
    }

    public String progress() {
        return page().locator("#progress").innerText().strip();
    }

    /** What the board asks and has no answer to yet. */
    public List<String> questions() {
        return page().locator("#questions .words").allInnerTexts();
    }

    /** What was asked before, with what became of it. */
    public List<String> settled() {
        return page().locator("main .note").allInnerTexts();
    }

    /** Types an answer to one of the questions. @param place from 0 */
    public FollowPage type(int place, String answer) {
        type("answers:" + place + ":answer", answer);
        return this;
    }

    public FollowPage answer() {
        press("answer-all");
        return this;
    }

    public FollowPage add(String words) {
        type("words", words);
        press("add");
        return this;
    }
}
