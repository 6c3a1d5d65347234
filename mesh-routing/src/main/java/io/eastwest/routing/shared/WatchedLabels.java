package io.eastwest.routing.shared;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labels of a proxy; which of them are looked at is noted. */
final class WatchedLabels extends AbstractMap<String, String> {
    private final WatchedProxy proxy;

    WatchedLabels(WatchedProxy proxy) {
        this.proxy = proxy;
    }

    private Optional<String> label(@Nullable Object name) {
        return name instanceof String text ? proxy.ask(new LabelQuestion(text)) : Optional.empty();
    }

    private Map<String, String> all() {
        return proxy.allLabels();
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return label(name).orElse(null);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return label(name).isPresent();
    }

    @Override
    public boolean isEmpty() {
        return proxy.hasNoLabels();
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, String>> {
        @Override
        public boolean contains(@Nullable Object entry) {
            return entry instanceof Entry<?, ?> wanted
                    && wanted.getKey() instanceof String name
                    && wanted.getValue() instanceof String value
                    && proxy.ask(new LabelMatch(name, value));
        }

        @Override
        public boolean isEmpty() {
            return WatchedLabels.this.isEmpty();
        }

        @Override
        public Iterator<Entry<String, String>> iterator() {
            return all().entrySet().iterator();
        }

        @Override
        public int size() {
            return all().size();
        }
    }
}
