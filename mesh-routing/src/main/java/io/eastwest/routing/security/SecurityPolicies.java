package io.eastwest.routing.security;

import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.PolicyTarget;
import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The security policies of one control plane, by namespace. Immutable for its users and thread-safe; filters are made once for all
 * proxies that the same policies reach.
 */
public final class SecurityPolicies {
    private final String rootNamespace;
    private final TrustDomainAliases aliases;
    private final List<String> trustDomains;
    private final ExternalAuthorizers authorizers;
    private final PeerAuthenticationModes modes;
    private final Map<String, List<Configured<AuthorizationPolicy>>> authorizations;
    private final Map<String, List<Configured<RequestAuthentication>>> authentications;
    private final Map<Attached, SecurityFilters> filters = new ConcurrentHashMap<>();

    private SecurityPolicies(ControlPlaneView view) {
        rootNamespace = view.rootNamespace();
        aliases = AcceptedTrustDomains.aliases(view);
        trustDomains = AcceptedTrustDomains.of(view);
        authorizers = ExternalAuthorizers.of(view);
        modes = PeerAuthenticationModes.of(view);
        authorizations = byNamespace(view.configuration(AuthorizationPolicy.class));
        authentications = byNamespace(view.configuration(RequestAuthentication.class));
    }

    /**
     * Indexes the policies of a control plane.
     *
     * @param view what it knows
     * @return its policies
     */
    public static SecurityPolicies of(ControlPlaneView view) {
        return new SecurityPolicies(view);
    }

    /** {@return the modes of PeerAuthentication} */
    public PeerAuthenticationModes modes() {
        return modes;
    }

    /** {@return the trust domains whose certificates sidecars accept from clients: the own one, its aliases, those of further roots} */
    public List<String> trustDomains() {
        return trustDomains;
    }

    /**
     * The filters of a proxy.
     *
     * @param proxy the proxy
     * @return what goes on its inbound chains, or on the chains of a gateway
     */
    public SecurityFilters filters(MeshProxy proxy) {
        return filters(proxy, Optional.empty());
    }

    /**
     * The filters of a chain of a proxy.
     *
     * @param proxy the proxy
     * @param service the service for which a waypoint has the chain; empty: it is for none
     * @return what goes on the chain
     */
    public SecurityFilters filters(MeshProxy proxy, Optional<MeshService> service) {
        PolicyAttachment attachment = PolicyAttachment.of(proxy, rootNamespace).with(service);
        List<String> near = Stream.concat(
                        Stream.of(rootNamespace, proxy.namespace()), service.map(MeshService::namespace).stream())
                .toList();
        List<String> nearFirst = Stream.concat(
                        Stream.of(proxy.namespace(), rootNamespace), service.map(MeshService::namespace).stream())
                .toList();
        List<Configured<AuthorizationPolicy>> authorized =
                attached(attachment, authorizations, near, policy -> policy.spec());
        List<Configured<RequestAuthentication>> authenticated =
                attached(attachment, authentications, nearFirst, policy -> policy.spec());
        boolean gateway = proxy.kind() != MeshProxy.Kind.SIDECAR;
        return filters.computeIfAbsent(
                new Attached(keys(authorized), keys(authenticated), gateway),
                key -> make(new AttachedPolicies(authorized), authenticated, gateway));
    }

    private static <T extends MeshResource> List<ResourceKey> keys(List<Configured<T>> policies) {
        return policies.stream().map(policy -> policy.resource().key()).toList();
    }

    private static <T extends MeshResource> List<Configured<T>> attached(
            PolicyAttachment attachment,
            Map<String, List<Configured<T>>> policies,
            List<String> namespaces,
            Function<T, PolicyTarget> target) {
        return namespaces.stream()
                .distinct()
                .flatMap(namespace -> policies.getOrDefault(namespace, List.of()).stream())
                .filter(policy -> attachment.attaches(policy.namespace(), target.apply(policy.resource())))
                .toList();
    }

    private SecurityFilters make(
            AttachedPolicies policies, List<Configured<RequestAuthentication>> authentications, boolean gateway) {
        List<HttpFilter> http = new ArrayList<>(new ExternalRules(policies, authorizers, false, aliases).filters());
        TokenFilters.of(authentications, gateway).ifPresent(http::add);
        http.addAll(local(policies, false));
        List<RbacFilter> tcp = new ArrayList<>(new ExternalRules(policies, authorizers, true, aliases).filters());
        tcp.addAll(local(policies, true));
        return new SecurityFilters(http, tcp);
    }

    private List<RbacFilter> local(AttachedPolicies policies, boolean tcp) {
        return Stream.of(
                        RuleSet.of(policies, AuthorizationAction.AUDIT, tcp, aliases)
                                .filter(RbacFilter.Action.LOG),
                        RuleSet.of(policies, AuthorizationAction.DENY, tcp, aliases)
                                .filter(RbacFilter.Action.DENY),
                        RuleSet.of(policies, AuthorizationAction.ALLOW, tcp, aliases)
                                .filter(RbacFilter.Action.ALLOW))
                .flatMap(filter -> filter.stream())
                .toList();
    }

    private static <T extends MeshResource> Map<String, List<Configured<T>>> byNamespace(List<Configured<T>> all) {
        Map<String, List<Configured<T>>> map = new LinkedHashMap<>();
        all.forEach(each ->
                map.computeIfAbsent(each.namespace(), key -> new ArrayList<>()).add(each));
        return map;
    }

    /** What reaches a proxy. */
    private record Attached(List<ResourceKey> authorizations, List<ResourceKey> authentications, boolean gateway) {}
}
