package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.RequestOperation;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.model.istio.security.RuleFrom;
import io.eastwest.model.istio.security.RuleTo;
import io.eastwest.routing.envoy.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles one rule of an AuthorizationPolicy.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/model.go:New, Generate}.
 */
final class RuleCompiler {
    private final String namespace;
    private final RuleSetting setting;

    /**
     * Compiles rules of one policy.
     *
     * @param namespace namespace of the policy
     * @param setting where the rules are used
     */
    RuleCompiler(String namespace, RuleSetting setting) {
        this.namespace = namespace;
        this.setting = setting;
    }

    /** {@return the rule; empty: it is not sent} */
    Optional<CompiledRule> compile(String name, Origin origin, AuthorizationRule rule) {
        Optional<RuleConditions> when = RuleConditions.of(rule.when(), namespace, setting.aliases());
        if (when.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<List<FieldCondition>>> callers =
                callers(rule.from(), when.get().callers());
        Optional<List<List<FieldCondition>>> operations =
                operations(rule.to(), when.get().operations());
        return callers.isPresent() && operations.isPresent()
                ? Optional.of(new CompiledRule(name, origin, callers.get(), operations.get()))
                : Optional.empty();
    }

    private Optional<List<List<FieldCondition>>> callers(List<RuleFrom> from, List<FieldUse> when) {
        List<List<FieldUse>> alternatives = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            String path = "from[" + i + "].source.";
            alternatives.add(
                    from.get(i).source().map(source -> source(source, path)).orElse(List.of()));
        }
        return alternatives(alternatives, when);
    }

    private Optional<List<List<FieldCondition>>> operations(List<RuleTo> to, List<FieldUse> when) {
        List<List<FieldUse>> alternatives = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            String path = "to[" + i + "].operation.";
            alternatives.add(to.get(i)
                    .operation()
                    .map(operation -> operation(operation, path))
                    .orElse(List.of()));
        }
        return alternatives(alternatives, when);
    }

    private Optional<List<List<FieldCondition>>> alternatives(List<List<FieldUse>> alternatives, List<FieldUse> when) {
        List<List<FieldCondition>> compiled = new ArrayList<>();
        for (List<FieldUse> alternative : alternatives.isEmpty() ? List.of(List.<FieldUse>of()) : alternatives) {
            Optional<List<FieldCondition>> conditions = FieldUse.conditions(
                    Stream.concat(alternative.stream(), when.stream()).toList(), setting);
            if (conditions.isEmpty()) {
                return Optional.empty();
            }
            compiled.add(conditions.get());
        }
        return Optional.of(compiled);
    }

    private List<FieldUse> source(RequestSource source, String path) {
        TrustDomainAliases aliases = setting.aliases();
        return List.of(
                use(
                        PeerFields.PRINCIPAL,
                        path,
                        "principals",
                        aliases.principals(source.principals()),
                        aliases.principals(source.notPrincipals())),
                use(
                        TokenFields.PRINCIPAL,
                        path,
                        "requestPrincipals",
                        source.requestPrincipals(),
                        source.notRequestPrincipals()),
                use(
                        PeerFields.serviceAccount(namespace),
                        path,
                        "serviceAccounts",
                        source.serviceAccounts(),
                        source.notServiceAccounts()),
                use(
                        PeerFields.TRUST_DOMAIN,
                        path,
                        "trustDomains",
                        aliases.trustDomains(source.trustDomains()),
                        aliases.trustDomains(source.notTrustDomains())),
                use(PeerFields.NAMESPACE, path, "namespaces", source.namespaces(), source.notNamespaces()),
                use(
                        ConnectionFields.REMOTE_ADDRESS,
                        path,
                        "remoteIpBlocks",
                        source.remoteIpBlocks(),
                        source.notRemoteIpBlocks()),
                use(ConnectionFields.SOURCE_ADDRESS, path, "ipBlocks", source.ipBlocks(), source.notIpBlocks()));
    }

    private static List<FieldUse> operation(RequestOperation operation, String path) {
        return List.of(
                use(RequestFields.HOST, path, "hosts", operation.hosts(), operation.notHosts()),
                use(RequestFields.METHOD, path, "methods", operation.methods(), operation.notMethods()),
                use(RequestFields.PATH, path, "paths", operation.paths(), operation.notPaths()),
                use(ConnectionFields.DESTINATION_PORT, path, "ports", operation.ports(), operation.notPorts()));
    }

    private static FieldUse use(
            PolicyField field, String path, String name, List<String> values, List<String> notValues) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return new FieldUse(field, path + name, values, path + "not" + capital, notValues);
    }
}
