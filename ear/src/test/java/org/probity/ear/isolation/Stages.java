package org.probity.ear.isolation;

import java.util.List;
import org.probity.ear.Walk;

/**
 * Cases of one's own that stand where forms and acts name other objects.
 *
 * @param fresh waits for triage
 * @param asked its subject has been asked to remove something
 * @param whole waits for findings
 * @param composing a referral is being composed
 */
record Stages(Walk fresh, Walk asked, Walk whole, Walk composing) {

    static Stages of(World world) {
        List<Walk> made = World.together(world::fresh, world::asked, () -> world.whole(World.BOARD), world::composing);
        return new Stages(made.get(0), made.get(1), made.get(2), made.get(3));
    }

    /** Those with different forms. */
    List<String> references() {
        return List.of(fresh.reference(), whole.reference(), composing.reference());
    }
}
