package io.eastwest.routing.question;

import io.eastwest.model.istio.security.AuthorizationCondition;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.RequestOperation;
import io.eastwest.model.istio.security.RequestSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What policies tell apart in requests. */
final class RequestKinds {
    private final List<String> paths = new ArrayList<>();
    private final List<String> methods = new ArrayList<>();
    private final Set<String> fixed = new TreeSet<>();

    RequestKinds(Collection<AuthorizationPolicy> policies) {
        policies.stream().flatMap(policy -> policy.spec().rules().stream()).forEach(this::add);
    }

    private void add(AuthorizationRule rule) {
        rule.to().forEach(to -> to.operation().ifPresent(this::add));
        rule.from().forEach(from -> from.source().ifPresent(this::add));
        rule.when().stream()
                .map(AuthorizationCondition::key)
                .filter(key -> key.startsWith("request.") || key.endsWith(".ip") || key.startsWith("experimental."))
                .forEach(fixed::add);
    }

    private void add(RequestOperation operation) {
        paths.addAll(operation.paths());
        paths.addAll(operation.notPaths());
        methods.addAll(operation.methods());
        methods.addAll(operation.notMethods());
        note("hosts", operation.hosts(), operation.notHosts());
    }

    private void add(RequestSource source) {
        note("requestPrincipals", source.requestPrincipals(), source.notRequestPrincipals());
        note("ipBlocks", source.ipBlocks(), source.notIpBlocks());
        note("remoteIpBlocks", source.remoteIpBlocks(), source.notRemoteIpBlocks());
    }

    private void note(String name, List<String> values, List<String> notValues) {
        if (!values.isEmpty() || !notValues.isEmpty()) {
            fixed.add(name);
        }
    }

    List<PathClasses.PathClass> paths() {
        return PathClasses.of(paths);
    }

    /** {@return patterns of paths, each once, sorted} */
    Set<String> pathPatterns() {
        return new TreeSet<>(paths);
    }

    /** {@return whether a pattern stands for several methods} */
    boolean hasMethodPatterns() {
        return methods.stream().anyMatch(method -> method.indexOf('*') >= 0);
    }

    List<MethodClasses.MethodClass> methods() {
        return MethodClasses.of(methods);
    }

    /** {@return attributes that policies look at and that all calls of a table have in common} */
    List<String> fixed() {
        return List.copyOf(fixed);
    }
}
