package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** The questions to the person who was asked, one a page: the answer, what goes with it, a last look, sent. */
public final class ReplyPage extends Form {

    public ReplyPage(Page page) {
        super(page);
    }

    public ReplyPage toRemoval(String board, long id) {
        open("/" + board + "/requests/removal/" + id + "/reply");
        return this;
    }

    public ReplyPage toCooperation(String board, long id) {
        open("/" + board + "/requests/cooperation/" + id + "/reply");
        return this;
    }

    /**
     * @param answer to a removal request REMOVED, PARTLY, DISPUTED, NOT_MINE or MORE_TIME; to a request for help AGREED,
     *        ANSWERED, DECLINED or OTHER_DATE
     */
    public ReplyPage answer(String answer) {
        choose("answer", answer);
        press("continue");
        return this;
    }

    /** For PARTLY: the open items that are gone, from 0. */
    public ReplyPage removed(int... items) {
        for (int item : items) {
            page().locator("#itemIds input").nth(item).check();
        }
        return this;
    }

    public ReplyPage words(String words) {
        type("words", words);
        return this;
    }

    /** For MORE_TIME. @param day such as {@code 2026-12-04} */
    public ReplyPage askedUntil(String day) {
        type("askedUntil", day);
        return this;
    }

    /** For something that takes place. */
    public ReplyPage companion(String companion, String adjustments) {
        type("companion", companion);
        type("adjustments", adjustments);
        return this;
    }

    /** @param language EN or CY */
    public ReplyPage language(String language) {
        choose("language", language);
        return this;
    }

    public ReplyPage file(String fileName, byte[] bytes) {
        attach("file", fileName, bytes);
        return this;
    }

    /** On to the last look, or back here with {@link #problems()}. */
    public ReplyPage check() {
        press("check");
        return this;
    }

    /** Back from the last look. */
    public ReplyPage change() {
        press("change");
        return this;
    }

    public void send() {
        press("send");
    }

    /** Whether it was sent: the page says what happens next. */
    public boolean sent() {
        return page().locator("#sent").count() > 0;
    }
}
