package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.Hostname;
import java.util.List;

/**
 * Rules for TLS and TCP connections. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateTLSRoute, validateTLSMatch, validateSniHost, validateTCPRoute,
 * validateTCPMatch}.
 */
final class ConnectionRules {
    private ConnectionRules() {}

    static void check(
            IstioTlsRoute rule,
            VirtualServiceSpec service,
            boolean converted,
            DocumentPath path,
            ManifestIssues issues) {
        if (rule.match().isEmpty()) {
            issues.error(IssueCode.MISSING_FIELD, path.field("match"), "required but not set", "add one with sniHosts");
        }
        for (int i = 0; i < rule.match().size(); i++) {
            check(rule.match().get(i), service, path.field("match").index(i), issues);
        }
        checkDestinations(rule.route(), converted, path, issues);
    }

    private static void check(
            TlsMatchAttributes match, VirtualServiceSpec service, DocumentPath path, ManifestIssues issues) {
        if (match.sniHosts().isEmpty()) {
            issues.error(
                    IssueCode.TOO_FEW_ITEMS, path.field("sniHosts"), "has no host", "add the host of the connection");
        }
        for (int i = 0; i < match.sniHosts().size(); i++) {
            checkSni(match.sniHosts().get(i), service, path.field("sniHosts").index(i), issues);
        }
        checkSubnets(match.destinationSubnets(), path, issues);
        Quantities.checkOptionalPort(match.port(), path.field("port"), issues);
        LabelMaps.check(match.sourceLabels(), path.field("sourceLabels"), issues);
        GatewayNames.check(match.gateways(), false, path.field("gateways"), issues);
    }

    private static void checkSni(String sni, VirtualServiceSpec service, DocumentPath path, ManifestIssues issues) {
        boolean generated = !service.gateways().contains(VirtualServiceSpec.MESH_GATEWAY);
        if (VirtualServiceHosts.isDomain(sni, generated)) {
            if (service.hosts().stream().noneMatch(host -> Hostname.subsetOf(sni, host))) {
                String message = IssueText.quote(sni) + " lies in none of the hosts, "
                        + IssueText.quote(String.join(", ", service.hosts()));
                issues.error(IssueCode.HOST_NOT_COVERED, path, message, "add it to hosts");
            }
        } else if (Addresses.isIp(sni)) {
            String message = "is the IP address " + IssueText.quote(sni) + ", which most clients do not send";
            issues.warning(IssueCode.HOST_INVALID, path, message, "use a DNS name");
        } else {
            DnsNames.checkWildcardDomain(sni, path, issues);
        }
    }

    static void check(IstioTcpRoute rule, boolean converted, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < rule.match().size(); i++) {
            L4MatchAttributes match = rule.match().get(i);
            DocumentPath at = path.field("match").index(i);
            checkSubnets(match.destinationSubnets(), at, issues);
            Quantities.checkOptionalPort(match.port(), at.field("port"), issues);
            LabelMaps.check(match.sourceLabels(), at.field("sourceLabels"), issues);
            GatewayNames.check(match.gateways(), false, at.field("gateways"), issues.errorsOnly());
        }
        checkDestinations(rule.route(), converted, path, issues);
    }

    private static void checkSubnets(List<String> subnets, DocumentPath match, ManifestIssues issues) {
        for (int i = 0; i < subnets.size(); i++) {
            Addresses.checkIpOrCidr(
                    subnets.get(i), match.field("destinationSubnets").index(i), issues);
        }
    }

    private static void checkDestinations(
            List<RouteDestination> route, boolean converted, DocumentPath rule, ManifestIssues issues) {
        if (route.isEmpty()) {
            issues.error(IssueCode.ACTION_MISSING, rule, "has no route", "add a destination");
        }
        RouteWeights.check(route.stream().map(RouteDestination::weight).toList(), rule, issues);
        for (int i = 0; i < route.size() && !converted; i++) {
            DocumentPath at = rule.field("route").index(i).field("destination");
            Destinations.check(route.get(i).destination(), at, issues);
        }
    }
}
