package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Withdraws a case. */
public final class WithdrawalPage extends Form {

    public WithdrawalPage(Page page) {
        super(page);
    }

    public void withdraw(String board, String reference, String reasons) {
        open("/" + board + "/investigations/" + reference + "/withdrawal");
        type("reasons", reasons);
        press("withdraw");
    }
}
