package io.eastwest.routing.proxy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was compiled of objects, whatever they say: comparing them by value would cost more than compiling them. Thread-safe. */
final class CompiledObjects<T> {
    private final int limit;
    private final ConcurrentHashMap<Identity, T> known = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    /**
     * Starts with nothing.
     *
     * @param limit weight of all that is kept at most; when it is passed everything is forgotten
     */
    CompiledObjects(int limit) {
        this.limit = limit;
    }

    /** One object. */
    private static final class Identity {
        private final Object object;

        private Identity(Object object) {
            this.object = object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && identity.object == object;
        }
    }

    T of(Object object, Supplier<T> compile, IntSupplier weight) {
        Identity identity = new Identity(object);
        T found = known.get(identity);
        if (found != null) {
            return found;
        }
        T made = compile.get();
        T earlier = known.putIfAbsent(identity, made);
        if (earlier != null) {
            return earlier;
        }
        if (size.addAndGet(1 + weight.getAsInt()) > limit) {
            size.set(0);
            known.clear();
        }
        return made;
    }
}
