package org.probity;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Where a service fires its events when no server passes them on: keeps them, and asks the observer there may be. */
public final class Fired<T> implements Event<T> {

    private final List<T> all = new ArrayList<>();
    private final Consumer<T> observer;

    public Fired() {
        this(event -> { });
    }

    public Fired(Consumer<T> observer) {
        this.observer = observer;
    }

    public List<T> all() {
        return List.copyOf(all);
    }

    @Override
    public void fire(T event) {
        observer.accept(event);
        all.add(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
