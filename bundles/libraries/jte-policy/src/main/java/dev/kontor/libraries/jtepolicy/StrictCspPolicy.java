package dev.kontor.libraries.jtepolicy;

import gg.jte.html.HtmlAttribute;
import gg.jte.html.HtmlPolicy;
import gg.jte.html.HtmlPolicyException;
import gg.jte.html.HtmlTag;
import gg.jte.html.OwaspHtmlPolicy;
import gg.jte.html.policy.PreventInlineEventHandlers;

/** Fails the build when a template holds something that the console's Content-Security-Policy blocks in the browser. */
public final class StrictCspPolicy extends OwaspHtmlPolicy {

    public StrictCspPolicy() {
        addPolicy(new PreventInlineEventHandlers());
        addPolicy(new NoInlineStyle());
    }

    private static final class NoInlineStyle implements HtmlPolicy {

        @Override
        public void validateHtmlTag(HtmlTag tag) throws HtmlPolicyException {
            if (tag.getName().equals("style")) {
                throw new HtmlPolicyException("<style> is blocked by the content policy: use the style sheet.");
            }
        }

        @Override
        public void validateHtmlAttribute(HtmlTag tag, HtmlAttribute attribute) throws HtmlPolicyException {
            if (attribute.getName().equals("style")) {
                throw new HtmlPolicyException("style= on <%s> is blocked by the content policy: use a class.".formatted(tag.getName()));
            }
            if (attribute.getName().startsWith("hx-on")) {
                throw new HtmlPolicyException("hx-on on <%s> needs unsafe-eval: use a script file.".formatted(tag.getName()));
            }
        }
    }
}
