package io.tierlens.cli.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The pages of the project's folder docs that a report carries, since who reads a forwarded report
 * does not have the folder. The build packs them beside this class.
 */
final class HelpPages {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private static final String REPORT = "report.md";
  private static final String FINDINGS = "findings/README.md";

  /** Anchors begin with this, so that none is taken for another part of the page. */
  private static final String PREFIX = "help-";

  /** Headings of pages are this much below the page's own. */
  private static final int DEEPER = 2;

  private HelpPages() {}

  /** How to read the report, and the pages on these causes; a rule without a page is passed over. */
  static List<HelpPage> of(Set<String> rules) {
    Map<String, Node> pages = new LinkedHashMap<>();
    read(REPORT, pages);
    for (String rule : new TreeSet<>(rules)) {
      if (rule.matches("[a-z-]+")) {
        read("findings/" + rule + ".md", pages);
      }
    }
    if (pages.size() > 1) {
      read(FINDINGS, pages);
    }
    List<HelpPage> help = new ArrayList<>();
    pages.forEach((path, page) -> help.add(rendered(path, page, pages)));
    return help;
  }

  private static void read(String path, Map<String, Node> pages) {
    try (InputStream in = HelpPages.class.getResourceAsStream("help/" + path)) {
      if (in != null) {
        pages.put(
            path, PARSER.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("help page " + path + " cannot be read", e);
    }
  }

  private static HelpPage rendered(String path, Node page, Map<String, Node> pages) {
    Map<Node, String> anchors = new LinkedHashMap<>();
    page.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            anchors.put(heading, anchorOf(path, heading));
            heading.setLevel(heading.getLevel() + DEEPER);
            visitChildren(heading);
          }
        });
    links(page)
        .forEach(
            link -> {
              String target = target(path, link.getDestination(), pages);
              if (target == null) {
                unlink(link);
              } else {
                link.setDestination("#" + target);
              }
            });
    String html =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> {
                      if (anchors.containsKey(node)) {
                        attributes.put("id", anchors.get(node));
                      }
                      if (tag.equals("th")) {
                        attributes.put("scope", "col");
                      }
                    })
            .build()
            .render(page);
    return new HelpPage(html, new LinkedHashSet<>(anchors.values()));
  }

  private static String anchorOf(String path, Heading heading) {
    String page = pageAnchor(path);
    if (heading.getLevel() == 1) {
      return page;
    }
    return path.equals(REPORT) ? PREFIX + slug(heading) : page + "-" + slug(heading);
  }

  private static String pageAnchor(String path) {
    if (path.equals(FINDINGS)) {
      return PREFIX + "findings";
    }
    return PREFIX + path.substring(path.lastIndexOf('/') + 1).replace(".md", "");
  }

  /** As the site that shows the folder makes them. */
  private static String slug(Heading heading) {
    StringBuilder text = new StringBuilder();
    heading.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .strip()
        .replace(' ', '-');
  }

  private static List<Link> links(Node page) {
    List<Link> links = new ArrayList<>();
    page.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            links.add(link);
            visitChildren(link);
          }
        });
    return links;
  }

  /** The anchor that a link leads to; null where the report does not carry it. */
  private static String target(String from, String destination, Map<String, Node> pages) {
    URI to = URI.create(from).resolve(destination);
    if (to.isAbsolute()) {
      return null;
    }
    String path = to.getPath().isEmpty() ? from : to.getPath();
    if (!pages.containsKey(path)) {
      return null;
    }
    boolean section = to.getFragment() != null;
    if (!section) {
      return pageAnchor(path);
    }
    return path.equals(REPORT)
        ? PREFIX + to.getFragment()
        : pageAnchor(path) + "-" + to.getFragment();
  }

  /** Leaves the words of a link. */
  private static void unlink(Link link) {
    Node child = link.getFirstChild();
    while (child != null) {
      Node next = child.getNext();
      link.insertBefore(child);
      child = next;
    }
    link.unlink();
  }
}
