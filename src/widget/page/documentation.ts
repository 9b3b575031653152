/** What the console shows beside the settings of the widget, in Markdown. */
export const DOCUMENTATION = `## Incidents of Fargate services

Shows the incidents of a stop analyzer: the stopped tasks, their number and times, the cause, and the next steps.
Lists at most 200 incidents with a stop in the time range of the dashboard, open incidents first.

The function reads only the incident table of the analyzer.
Users who view the dashboard need permission for \`lambda:InvokeFunction\` on the function.

### Widget parameters
Param | Description
---|---
**cluster** | Only incidents of the cluster with this name
**service** | Only incidents of the service with this name

### Example parameters
\`\`\` yaml
cluster: shop
service: checkout
\`\`\`
`;
