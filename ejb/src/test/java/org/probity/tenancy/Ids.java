package org.probity.tenancy;

import java.lang.reflect.Field;

/** Gives an entity the id that the database would give it. */
public final class Ids {

    private Ids() {
    }

    public static <T extends Numbered> T give(T entity, long id) {
        try {
            Field field = Numbered.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
