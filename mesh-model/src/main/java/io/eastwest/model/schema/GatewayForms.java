package io.eastwest.model.schema;

/** How texts of the Gateway API look. The expressions are those of the definitions. */
final class GatewayForms {
    private static final String DNS_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String DNS_NAME = DNS_LABEL + "(\\." + DNS_LABEL + ")*";
    private static final String URL_PATH = "[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+";

    static final Form HOST = Form.ofNames("^" + DNS_NAME + "$", "a DNS name in lower case such as shop.example.com");
    static final Form WILDCARD_HOST = Form.ofNames(
            "^(\\*\\.)?" + DNS_NAME + "$", "a DNS name in lower case, also with *. in front, such as *.example.com");
    static final Form PART = Form.ofNames(
            "^" + DNS_NAME + "$", "lower-case letters, digits, - and . with a letter or digit at both ends");
    static final Form GROUP = Form.ofNames(
            "^$|^" + DNS_NAME + "$", "empty for the core group or a DNS name such as gateway.networking.k8s.io");
    static final Form KIND =
            Form.of("^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$", "the name of a kind such as Service, without its group");
    static final Form NAMESPACE =
            Form.ofNames("^" + DNS_LABEL + "$", "lower-case letters, digits and - with a letter or digit at both ends");
    static final Form HEADER_NAME = Form.of(
            "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$", "a token of HTTP: letters, digits and any of !#$%&'*+-.^_`|~");
    static final Form HEADER_VALUE =
            Form.of("^[!-~]+([\\t ]?[!-~]+)*$", "visible ASCII with single spaces in between and none at the ends");
    static final Form DURATION = Form.of(
            "^([0-9]{1,5}(h|m|s|ms)){1,4}$", "one to four numbers with a unit h, m, s or ms such as 1h30m or 500ms");
    static final Form CONTROLLER =
            Form.of("^" + DNS_NAME + "\\/" + URL_PATH + "$", "a domain and a path such as istio.io/gateway-controller");
    static final Form PROTOCOL = Form.of(
            "^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|" + DNS_NAME + "\\/[A-Za-z0-9]+$",
            "HTTP, HTTPS, TLS, TCP, UDP or a domain and a name such as example.com/mine");
    /** The definition anchors only the first and the last alternative. */
    static final Form ADDRESS_TYPE = Form.of(
            "^Hostname|IPAddress|NamedAddress|" + DNS_NAME + "\\/" + URL_PATH + "$",
            "IPAddress, Hostname, NamedAddress or a domain and a path such as example.com/mine");

    static final Form LABEL_VALUE = Form.ofNames(
            "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$",
            "letters, digits and any of -_. with a letter or digit at both ends, or empty");
    static final Form LABEL_NAME = Form.ofNames(
            "^(" + DNS_NAME + "/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$",
            "a name of up to 63 characters, also with a domain and / in front");
    static final Form ORIGIN = Form.of(
            "(^\\*$)|(^(http(s)?):\\/\\/(((\\*\\.)?([a-zA-Z0-9\\-]+\\.)*[a-zA-Z0-9-]+|\\*)(:([0-9]{1,5}))?)$)",
            "* or a scheme, a host and perhaps a port such as https://*.example.com");
    static final Form PATH = Form.of(
            "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$",
            "a path of letters, digits, any of -/._~!$&'()*+,;=:@ and bytes such as %20");
    static final Form URI =
            Form.of("^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\\?([^#]*))?(#(.*))?", "a URI such as spiffe://mesh/ns/shop");
    static final Form AUTHORITIES = Form.of(
            "^(System|(" + DNS_NAME + "/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$",
            "System or a domain and a name such as example.com/roots");
    static final Form GRPC_SERVICE = Form.of(
            "^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$",
            "the name of a gRPC service such as shop.v1.Orders with type Exact");
    static final Form GRPC_METHOD =
            Form.of("^[A-Za-z_][A-Za-z_0-9]*$", "the name of a gRPC method such as PlaceOrder with type Exact");

    private GatewayForms() {}
}
