package io.eastwest.routing.shared;

import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ProxyQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Values of one kind that are made for proxies, each kept for all proxies that look alike to whoever made it. What is kept is bounded
 * by weight: beyond that everything is forgotten and made again when it is asked for, with the same result. Thread-safe.
 *
 * @param <T> type of the values
 */
public final class SharedValues<T> {
    private final ToIntFunction<T> weight;
    private final int limit;
    private final ConcurrentHashMap<Name, List<List<ProxyQuestion<?>>>> questions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Asked, T> values = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<List<ProxyQuestion<?>>, List<ProxyQuestion<?>>> known = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    /**
     * Starts with nothing.
     *
     * @param limit weight of all that is kept at most
     * @param weight weight of a value, beside one for its place
     */
    public SharedValues(int limit, ToIntFunction<T> weight) {
        this.limit = limit;
        this.weight = weight;
    }

    /** A value for proxies that see the same. */
    private record Name(Object group, String name) {}

    /** A value, what its maker asked a proxy, and what that answered. */
    private record Asked(Name name, List<ProxyQuestion<?>> questions, List<Object> answers) {}

    /**
     * A value.
     *
     * @param name which value
     * @param scope the proxy, and what it sees
     * @param make makes the value of what it is given alone
     * @return the value that was made for this proxy, or for one that is like it
     */
    public T get(String name, ProxyScope scope, Function<ProxyScope, T> make) {
        Name named = new Name(scope.group(), name);
        return find(named, scope.proxy()).orElseGet(() -> make(named, scope, make));
    }

    /** {@return how many values are kept} */
    public int count() {
        return values.size();
    }

    private Optional<T> find(Name name, MeshProxy proxy) {
        for (List<ProxyQuestion<?>> asked : questions.getOrDefault(name, List.of())) {
            List<Object> answers = new ArrayList<>(asked.size());
            for (ProxyQuestion<?> question : asked) {
                answers.add(question.of(proxy));
            }
            T value = values.get(new Asked(name, asked, answers));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private T make(Name name, ProxyScope scope, Function<ProxyScope, T> make) {
        WatchedProxy watched = new WatchedProxy(scope.proxy());
        T made = make.apply(scope.with(watched));
        Map<ProxyQuestion<?>, Object> answers = watched.close();
        List<ProxyQuestion<?>> order = List.copyOf(answers.keySet());
        List<ProxyQuestion<?>> asked = known.computeIfAbsent(order, key -> key);
        T earlier = values.putIfAbsent(new Asked(name, asked, List.copyOf(answers.values())), made);
        List<List<ProxyQuestion<?>>> all = questions.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>());
        if (!all.contains(asked)) {
            all.add(asked);
        }
        if (earlier != null) {
            return earlier;
        }
        if (size.addAndGet(1 + weight.applyAsInt(made)) > limit) {
            forget();
        }
        return made;
    }

    private void forget() {
        size.set(0);
        questions.clear();
        values.clear();
        known.clear();
    }
}
