package org.probity.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers under which a policy says what a board may ask of people, for letters to quote. Empty where it says
 * nothing of the kind.
 *
 * @param removal it may ask for content to be removed or an account to be closed (000 cl. 5.3; 001 model policy 8.1)
 * @param failure not doing so may have consequences (000 cl. 5.4; 001 model policy 8.1)
 * @param privacy personal is not private (000 cl. 4.1; 001 model policy 6.1)
 * @param cooperation people are expected to help an investigation (000 cl. 6.3)
 */
public record Powers(Optional<String> removal, Optional<String> failure, Optional<String> privacy,
        Optional<String> cooperation) {

    private static final Powers MINIMUM_STANDARD = of("5.3", "5.4", "4.1", "6.3");
    private static final Powers MODEL_POLICY = of("8.1", "8.1", "6.1", null);
    private static final Powers NONE = of(null, null, null, null);

    /** The powers that the duties among these clauses give. */
    public static Powers in(List<Clause> clauses) {
        return Stream.of(MINIMUM_STANDARD, MODEL_POLICY).filter(powers -> powers.standIn(clauses)).findFirst().orElse(NONE);
    }

    private boolean standIn(List<Clause> clauses) {
        return clauses.stream().anyMatch(c -> c.kind() == Clause.Kind.DUTY && removal.equals(Optional.of(c.number())));
    }

    private static Powers of(String removal, String failure, String privacy, String cooperation) {
        return new Powers(Optional.ofNullable(removal), Optional.ofNullable(failure), Optional.ofNullable(privacy),
                Optional.ofNullable(cooperation));
    }
}
