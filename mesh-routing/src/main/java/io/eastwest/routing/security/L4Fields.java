package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationCondition;
import io.eastwest.model.istio.security.RequestOperation;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.routing.envoy.RbacInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Fields of a rule that ztunnel tests. Values that it cannot read are left out. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/authorization.go:handleRule} and ztunnel 1.30.3 {@code src/rbac.rs:RbacMatch}.
 */
final class L4Fields {
    private static final PolicyField PRINCIPAL = PeerFields.PRINCIPAL;

    /** Unlike in Envoy a {@code *} inside of the text is a character, and the identity has to have the one form. */
    private static final PolicyField NAMESPACE = PolicyField.connection(
            value -> {
                Predicate<String> test = TextPattern.of(value);
                return Optional.of(input -> test.test(part(input, 2)));
            },
            input -> PolicyText.quoted(part(input, 2)));

    private L4Fields() {}

    /** {@return the text between two slashes of the peer's identity; empty text: there is none} */
    private static String part(RbacInput input, int index) {
        String[] parts = input.principal().orElse("").split("/", -1);
        return parts.length == 5 && parts[1].equals("ns") && parts[3].equals("sa") ? parts[index] : "";
    }

    private static PolicyField serviceAccount(String policyNamespace) {
        return PolicyField.connection(
                value -> {
                    int slash = value.indexOf('/');
                    String namespace = slash < 0 ? policyNamespace : value.substring(0, slash);
                    String account = value.substring(slash + 1);
                    return Optional.of(input -> input.principal().isPresent()
                            && part(input, 2).equals(namespace)
                            && part(input, 4).equals(account));
                },
                input -> input.principal().map(PolicyText::quoted).orElse("no peer identity"));
    }

    static List<FieldCondition> source(RequestSource source, String path, String policyNamespace) {
        List<FieldCondition> fields = new ArrayList<>();
        PolicyField account = serviceAccount(policyNamespace);
        add(PRINCIPAL, path + "principals", source.principals(), false, fields);
        add(PRINCIPAL, path + "notPrincipals", source.notPrincipals(), true, fields);
        add(NAMESPACE, path + "namespaces", source.namespaces(), false, fields);
        add(NAMESPACE, path + "notNamespaces", source.notNamespaces(), true, fields);
        add(account, path + "serviceAccounts", source.serviceAccounts(), false, fields);
        add(account, path + "notServiceAccounts", source.notServiceAccounts(), true, fields);
        add(ConnectionFields.SOURCE_ADDRESS, path + "ipBlocks", source.ipBlocks(), false, fields);
        add(ConnectionFields.SOURCE_ADDRESS, path + "notIpBlocks", source.notIpBlocks(), true, fields);
        return fields;
    }

    static List<FieldCondition> operation(RequestOperation operation, String path) {
        List<FieldCondition> fields = new ArrayList<>();
        add(ConnectionFields.DESTINATION_PORT, path + "ports", operation.ports(), false, fields);
        add(ConnectionFields.DESTINATION_PORT, path + "notPorts", operation.notPorts(), true, fields);
        return fields;
    }

    /** {@return the fields of a condition; none: ztunnel does not know its key} */
    static List<FieldCondition> when(AuthorizationCondition condition, String path) {
        List<FieldCondition> fields = new ArrayList<>();
        field(condition.key()).ifPresent(field -> {
            add(field, path + " " + condition.key() + " values", condition.values(), false, fields);
            add(field, path + " " + condition.key() + " notValues", condition.notValues(), true, fields);
        });
        return fields;
    }

    /** {@return the attribute of a key; empty: ztunnel does not know it} */
    static Optional<PolicyField> field(String key) {
        return switch (key) {
            case "source.ip" -> Optional.of(ConnectionFields.SOURCE_ADDRESS);
            case "source.namespace" -> Optional.of(NAMESPACE);
            case "source.principal" -> Optional.of(PRINCIPAL);
            case "destination.ip" -> Optional.of(ConnectionFields.DESTINATION_ADDRESS);
            case "destination.port" -> Optional.of(ConnectionFields.DESTINATION_PORT);
            default -> Optional.empty();
        };
    }

    /** {@return that there is no peer, on one port or on all} */
    static List<FieldCondition> withoutPeer(Optional<Integer> port) {
        List<FieldCondition> fields = new ArrayList<>();
        add(PRINCIPAL, "peer identity", List.of("*"), true, fields);
        port.ifPresent(
                number -> add(ConnectionFields.DESTINATION_PORT, "port", List.of(number.toString()), false, fields));
        return fields;
    }

    static List<FieldCondition> otherPort(int port) {
        List<FieldCondition> fields = new ArrayList<>();
        add(ConnectionFields.DESTINATION_PORT, "port", List.of(Integer.toString(port)), true, fields);
        return fields;
    }

    static List<FieldCondition> principals(List<String> principals) {
        List<FieldCondition> fields = new ArrayList<>();
        add(PRINCIPAL, "principals", principals, false, fields);
        return fields;
    }

    private static void add(
            PolicyField field, String path, List<String> values, boolean negated, List<FieldCondition> fields) {
        List<String> read = new ArrayList<>();
        List<Predicate<RbacInput>> tests = new ArrayList<>();
        Function<String, Optional<Predicate<RbacInput>>> compile = field.test();
        for (String value : values) {
            compile.apply(value).ifPresent(test -> {
                read.add(value);
                tests.add(test);
            });
        }
        if (!tests.isEmpty()) {
            fields.add(new FieldCondition(path, read, tests, negated, field.actual()));
        }
    }
}
