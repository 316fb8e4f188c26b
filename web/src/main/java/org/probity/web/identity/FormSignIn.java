package org.probity.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** People sign in on a page of ours, checked by the identity store in the services' jar. */
@CustomFormAuthenticationMechanismDefinition(loginToContinue = @LoginToContinue(loginPage = "/signin", errorPage = "/signin",
        useForwardToLogin = false))
@ApplicationScoped
public class FormSignIn {
}
